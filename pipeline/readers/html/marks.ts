/** Words by which the makers of web pages name the parts of a page, in `class` and `id`. */
import type { PageElement } from './page-tree.ts';

/** What the content management systems of Chinese government sites put the article in, and what HTML itself has for it. */
const articleNames = new Set([
  ...[
    'trs_editor',
    'trs_editor_view',
    'trs_ueditor',
    'zoom',
    'zoomcon',
    'ucap-content',
    'pages_content',
    'vsb_content',
  ],
  ...[
    'article-content',
    'article_content',
    'articlecontent',
    'zwxl-article',
    'newscontent',
    'news_content',
    'news-content',
  ],
  ...[
    'content_body',
    'contentbody',
    'art_con',
    'article_con',
    'article-con',
    'detail_content',
    'detail-content',
    'conttext',
  ],
  ...['bt-content', 'xxgk_content', 'txt_txt', 'xl_con', 'news_con', 'entry-content', 'article-body', 'main-content'],
]);
const articleTags = new Set(['article', 'main']);

/** Parts of a word, between hyphens, underscores and changes of case. */
const furnitureNames = new Set([
  ...['nav', 'navbar', 'navigation', 'menu', 'menus', 'foot', 'footer', 'header', 'banner', 'sidebar', 'breadcrumb'],
  ...['breadcrumbs', 'crumb', 'crumbs', 'share', 'toolbar', 'copyright', 'pagination', 'pager', 'search', 'login'],
  ...[
    'friendlink',
    'friendlinks',
    'weizhi',
    'dqwz',
    'position',
    'qrcode',
    'ewm',
    'related',
    'xgwd',
    'comment',
    'hotlink',
  ],
]);
const furnitureTags = new Set(['nav', 'footer', 'aside', 'form', 'menu']);

const namesOf = ({ attributes }: PageElement) =>
  `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 500).split(/\s+/);

export function namedAsArticle(element: PageElement): boolean {
  return articleTags.has(element.tag) || namesOf(element).some((name) => articleNames.has(name.toLowerCase()));
}

export function namedAsFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.tag)) return true;
  return namesOf(element)
    .flatMap((name) =>
      name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-_]+/),
    )
    .some((word) => furnitureNames.has(word));
}

/** Where the visitor is within the site. */
export const breadcrumbs = /^(?:您?当前的?位置|您(?:现在)?(?:所在)?的?位置|现在位置|首页\s*(?:>|»|&gt;))/;
