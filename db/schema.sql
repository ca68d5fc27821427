-- mingzhang 数据库结构。版本号在 PRAGMA user_version；视图见 views/ 目录。
-- 金额一律为整数“分”（*_fen），页码从 1 起，起止位置为 document_text.text 中的字符序号（从 0 起，含头不含尾）。

create table document (
  -- 一行一份报告
  document_id integer primary key,
  path text not null unique,            -- 读入时的完整路径
  file text not null,                   -- 文件名（不含目录）；只作线索，常与内容不符
  sha256 text not null unique,          -- 文件内容的摘要：同一内容只存一次
  bytes integer not null,               -- 文件字节数
  format text not null check (format in ('pdf', 'text', 'html', 'docx', 'doc', 'xlsx', 'xls', 'scan')),
  encoding text,                        -- 文字编码（文本文件）
  title text,                           -- 标题（未印标题时由单位、年度、种类推得，见 finding）
  kind text not null check (kind in ('budget', 'final_accounts', 'performance_self_evaluation', 'performance_evaluation', 'budget_execution_report', 'other')),
  caliber text check (caliber in ('consolidated', 'own')), -- 口径：部门汇总 / 单位本级
  agency text,                          -- 公开单位名称
  region text,                          -- 行政区划，自省而下，以“/”相隔
  region_code text,                     -- 行政区划代码（GB/T 2260，六位）
  fiscal_year integer,                  -- 报告所属年度
  pages integer,                        -- 页数；文本未标明分页时为空
  characters integer not null,          -- 存储文本的字符数
  engine text not null,                 -- 读取程序的版本
  ingested_at text not null             -- 读入时间（UTC）
) strict;

create table known_file (
  -- 一行一个内容已在库中的文件，同内容的副本也在内：大小和时间未变的不必再打开
  path text primary key,
  stamp text not null,                  -- 文件大小、修改时间、状态时间（纳秒）
  sha256 text not null references document (sha256) on delete cascade
) strict, without rowid;
create index known_file_content on known_file (sha256);

create table document_text (
  -- 一行一份报告的全文；所有起止位置都指向这里
  document_id integer primary key references document on delete cascade,
  text text not null                    -- 原样文本（去掉字节序标记）
) strict;

create table page (
  -- 一行一页
  document_id integer not null references document on delete cascade,
  page integer not null,                -- 文件中的页序，从 1 起
  start integer not null,               -- 本页起点
  "end" integer not null,               -- 本页终点
  width real,                           -- 页宽（磅，PDF）
  height real,                          -- 页高（磅，PDF）
  confidence real,                      -- 文字由图像识别的页：识别的把握，0 至 100；印刷文字的页为空
  primary key (document_id, page)
) strict, without rowid;

create table section (
  -- 一行一节；第 0 级为整份文件
  section_id integer primary key,
  document_id integer not null references document on delete cascade,
  parent_id integer references section on delete cascade, -- 上级节
  level integer not null,               -- 级次：0 文件，1 部分，依次向下
  ordinal integer not null,             -- 在上级中的次序，从 1 起
  label text,                           -- 印出的序号：第一部分、一、、（二）
  heading text,                         -- 标题文字（不含序号）
  kind text not null,                   -- 节的种类：overview、sangong、procurement …
  page integer,
  start integer not null,
  "end" integer not null
) strict;
create index section_document on section (document_id, start);
create index section_parent on section (parent_id);

create table printed_table (
  -- 一行一张表（跨页的表为一张）
  table_id integer primary key,
  document_id integer not null references document on delete cascade,
  section_id integer references section on delete set null,
  title text,                           -- 表名
  number text,                          -- 表号：公开01表、预算03表
  unit text,                            -- 表上印的单位
  agency text,                          -- 表上印的编制单位
  note text,                            -- 表下的注
  ruled integer not null default 1,     -- 有框线为 1；按文字对齐认出的为 0
  template text,                        -- 认作哪一种表；未认出为空
  page integer,
  rows integer not null,
  columns integer not null,
  rows_read integer not null default 0  -- 已成为记录的行数
) strict;
create index printed_table_document on printed_table (document_id);
create index printed_table_section on printed_table (section_id);

create table table_cell (
  -- 一行一格，照印
  table_id integer not null references printed_table on delete cascade,
  "row" integer not null,               -- 行序，从 0 起
  col integer not null,                 -- 列序，从 0 起
  row_span integer not null default 1,
  col_span integer not null default 1,
  text text not null,                   -- 格中文字
  page integer,
  start integer,
  "end" integer,
  x0 real, y0 real, x1 real, y1 real,   -- 页上位置（磅，左上为原点）
  primary key (table_id, "row", col)
) strict, without rowid;

create table amount_mention (
  -- 一行一处金额字样，按阅读次序
  mention_id integer primary key,
  document_id integer not null references document on delete cascade,
  section_id integer references section on delete set null,
  page integer,
  start integer not null,
  "end" integer not null,
  text text not null,                   -- 印出的字样（去掉换行）
  amount_fen integer not null,          -- 金额，分
  place integer not null,               -- 末位数字代表 10 的几次方元：1052.29万元 为 2
  approximate integer not null check (approximate in (0, 1)), -- 印作约数（50余万元）
  bound text check (bound in ('low', 'high')), -- 区间（3至5万元）的下端、上端
  reason text,                          -- 正文中未成为数的原因
  words_before text,                    -- 未成为数的，其前的文字
  x0 real, y0 real, x1 real, y1 real
) strict;
create index amount_mention_document on amount_mention (document_id, start);
create index amount_mention_section on amount_mention (section_id);

create table figure (
  -- 一行一个数：某概念、某年度、某口径、某量度的值
  figure_id integer primary key,
  document_id integer not null references document on delete cascade,
  section_id integer references section on delete set null,
  project_id integer references project on delete set null,
  mention_id integer references amount_mention on delete set null,
  table_id integer references printed_table on delete set null,
  fiscal_year integer,                  -- 数值所属年度（上年数属上年）
  concept text not null,                -- 概念代码
  concept_label text,                   -- 概念的标准名称
  stated_label text,                    -- 原文名称
  component text,                       -- 分列表中本列所代表的概念
  function_code text,                   -- 功能分类科目编码
  function_name text,
  economic_code text,                   -- 经济分类科目编码
  economic_name text,
  government_code text,                 -- 同一行另印的政府经济分类科目编码
  project text,                         -- 项目名称
  agency text,                          -- 多单位的表中本行的单位；政府预算报告正文中为哪一级（某市（全市））；为空即文件的单位
  basis text not null check (basis in ('initial_budget', 'adjusted_budget', 'budget', 'received', 'actual', 'carried_over', 'none')),
  measure text not null check (measure in ('amount', 'change', 'growth_rate', 'share', 'completion_rate', 'count', 'score')),
  unit text,                            -- 元、%、个、人次、分 …
  amount_fen integer,                   -- 金额，分；非金额为空
  value text,                           -- 非金额的数，十进制原样
  decimals integer,                     -- 末位数字代表 10 的几次方（金额以元计）
  source text not null check (source in ('narrative', 'table')),
  page integer,
  start integer,
  "end" integer,
  quote text not null,                  -- 陈述该数的原文
  x0 real, y0 real, x1 real, y1 real,
  agreed integer check (agreed in (0, 1)), -- 另一引擎是否读得同一数（--second-opinion）；未另读为空
  -- 核对的结果：有一处不符为 contradicted，相符且足以证明为 verified；由下面的触发器维持，不必写入
  status text not null default 'unchecked' check (status in ('verified', 'contradicted', 'unchecked'))
) strict;
create index figure_document on figure (document_id, status, mention_id);
create index figure_contradicted on figure (document_id) where status = 'contradicted';
create index figure_concept on figure (concept, fiscal_year);
create index figure_mention on figure (mention_id);
create index figure_section on figure (section_id);
create index figure_project on figure (project_id);
create index figure_table on figure (table_id);

create table project (
  -- 一行一个项目
  project_id integer primary key,
  document_id integer not null references document on delete cascade,
  fiscal_year integer,
  project text not null,                -- 项目名称
  aliases text,                         -- 文件中的其他叫法，一行一个
  initial_budget_fen integer,           -- 年初预算数
  budget_fen integer,                   -- 全年预算数
  actual_fen integer,                   -- 执行数
  execution_rate text,                  -- 执行率（%），照印
  score text,                           -- 自评得分，照印
  page integer,
  start integer,
  "end" integer,
  quote text not null
) strict;
create index project_document on project (document_id);

create table indicator (
  -- 一行一项绩效指标
  indicator_id integer primary key,
  document_id integer not null references document on delete cascade,
  project_id integer references project on delete set null,
  table_id integer references printed_table on delete set null,
  fiscal_year integer,
  level1 text,                          -- 一级指标（规范名）
  level2 text,                          -- 二级指标（规范名）
  level1_stated text,                   -- 一级指标（原文）
  level2_stated text,                   -- 二级指标（原文）
  indicator text,                       -- 三级指标
  target text,                          -- 指标值（原文）
  actual text,                          -- 完成值（原文）
  target_operator text,                 -- ≥ > ≤ < = ≈ 定性
  target_value text,
  target_unit text,
  actual_value text,
  actual_unit text,
  weight text,                          -- 分值
  score text,                           -- 得分
  deviation text,                       -- 偏差原因
  page integer,
  start integer,
  "end" integer,
  quote text not null
) strict;
create index indicator_document on indicator (document_id);
create index indicator_project on indicator (project_id);
create index indicator_table on indicator (table_id);

create table finding_text (
  -- 一行一处评价中所说的问题或改进措施
  finding_text_id integer primary key,
  document_id integer not null references document on delete cascade,
  section_id integer references section on delete set null,
  kind text not null check (kind in ('problem', 'improvement')), -- 存在的问题、改进措施
  heading text not null,                -- 所在标题
  text text not null,                   -- 原文，一行一段
  page integer,
  start integer,
  "end" integer
) strict;
create index finding_text_document on finding_text (document_id);
create index finding_text_section on finding_text (section_id);

create table verdict (
  -- 一行一次核对
  check_id integer primary key,
  document_id integer not null references document on delete cascade,
  rule text not null,                   -- 规则：sum.*、balance.*、share.* …
  status text not null check (status in ('pass', 'fail', 'skipped')),
  outcome text not null check (outcome in ('exact', 'rounded', 'off', 'unread')),
  severity text not null check (severity in ('info', 'warn', 'error')),
  message text not null,                -- 说明；未核对时为原因
  english text not null,                -- 同上，英文
  stated text,                          -- 印出的数（金额以元计）
  expected text,                        -- 应有的数
  difference text,
  page integer,
  quote text,
  doubt text,                           -- 可能是误读的原因：text、columns、unit、item、operand
  confirms integer not null default 1 check (confirms in (0, 1)) -- 0：涉及图像识别的数，相符也不足以证明识别无误
) strict;
create index verdict_document on verdict (document_id, status);

create table verdict_figure (
  -- 一次核对所涉及的数
  check_id integer not null references verdict on delete cascade,
  figure_id integer not null references figure on delete cascade,
  primary key (check_id, figure_id)
) strict, without rowid;
create index verdict_figure_figure on verdict_figure (figure_id);
create trigger verdict_figure_stored after insert on verdict_figure
begin
  update figure
  set status = case v.status when 'fail' then 'contradicted' else 'verified' end
  from (select status, confirms from verdict where check_id = new.check_id) v
  where
    figure_id = new.figure_id
    and (v.status = 'fail' or (v.status = 'pass' and v.confirms = 1 and figure.status = 'unchecked'));
end;
create trigger verdict_figure_removed after delete on verdict_figure
begin
  update figure
  set
    status = case (
      select max(case when v.status = 'fail' then 2 when v.status = 'pass' and v.confirms = 1 then 1 end)
      from verdict_figure vf
      join verdict v using (check_id)
      where vf.figure_id = old.figure_id
    )
      when 2 then 'contradicted'
      when 1 then 'verified'
      else 'unchecked'
    end
  where figure_id = old.figure_id;
end;

create table finding (
  -- 一行一条读取时的提示
  finding_id integer primary key,
  document_id integer not null references document on delete cascade,
  stage text not null,                  -- 哪一步：read、layout、sections、facts、amounts …
  severity text not null check (severity in ('info', 'warn', 'error')),
  code text not null,                   -- 固定的代号
  message text not null,
  page integer,
  start integer,
  "end" integer
) strict;
create index finding_document on finding (document_id);

create table failure (
  -- 一行一个未能读入的文件；以后读入成功即删去
  path text primary key,
  file text not null,
  code text not null,                   -- 固定的代号：too-large、binary、unknown-encoding …
  message text not null
) strict, without rowid;

create table agency_due (
  -- 一行一个单位：其报告有变，尚待相互核对
  agency text primary key
) strict, without rowid;
create trigger document_stored after insert on document when new.agency is not null
begin
  insert or ignore into agency_due values (new.agency);
end;
create trigger document_removed after delete on document when old.agency is not null
begin
  insert or ignore into agency_due values (old.agency);
end;
