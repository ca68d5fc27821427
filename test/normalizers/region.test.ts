import { describe, expect, it } from 'vitest';
import { matchRegion, regionNamesIn } from '../../normalizers/region.ts';

const read = (text: string, ...context: readonly string[]) => {
  const match = matchRegion(text, new Set(context));
  return match === null ? null : [match.region.code, match.region.path, text.slice(0, match.length)];
};

describe('the division an agency’s name begins with', () => {
  it.each([
    ['自贡市贡井区', '510303', '四川省/自贡市/贡井区', '自贡市贡井区'],
    ['自贡市贡井区财政局', '510303', '四川省/自贡市/贡井区', '自贡市贡井区'],
    ['四川省攀枝花市仁和区应急管理局', '510411', '四川省/攀枝花市/仁和区', '四川省攀枝花市仁和区'],
    ['四川攀枝花市仁和区', '510411', '四川省/攀枝花市/仁和区', '四川攀枝花市仁和区'],
    ['永州市应急管理局', '431100', '湖南省/永州市', '永州市'],
    ['重庆市璧山区', '500120', '重庆市/璧山区', '重庆市璧山区'],
    ['璧山区教育委员会', '500120', '重庆市/璧山区', '璧山区'],
    ['盐池县', '640323', '宁夏回族自治区/吴忠市/盐池县', '盐池县'],
    ['盐池县民政局', '640323', '宁夏回族自治区/吴忠市/盐池县', '盐池县'],
    ['上海市普陀区', '310107', '上海市/普陀区', '上海市普陀区'],
    ['舟山市普陀区', '330903', '浙江省/舟山市/普陀区', '舟山市普陀区'],
    ['北京市朝阳区', '110105', '北京市/朝阳区', '北京市朝阳区'],
    ['长春市朝阳区', '220104', '吉林省/长春市/朝阳区', '长春市朝阳区'],
    ['吉林市', '220200', '吉林省/吉林市', '吉林市'],
    ['广西南宁市', '450100', '广西壮族自治区/南宁市', '广西南宁市'],
    ['内蒙古呼和浩特市', '150100', '内蒙古自治区/呼和浩特市', '内蒙古呼和浩特市'],
    ['海南藏族自治州', '632500', '青海省/海南藏族自治州', '海南藏族自治州'],
    ['湖北省仙桃市', '429004', '湖北省/仙桃市', '湖北省仙桃市'],
    ['河南省济源市', '419001', '河南省/济源市', '河南省济源市'],
    ['三明市三元区', '350404', '福建省/三明市/三元区', '三明市三元区'],
    ['东莞市财政局', '441900', '广东省/东莞市', '东莞市'],
    ['台湾省', '710000', '台湾省', '台湾省'],
  ])('%s is %s', (text, code, path, words) => expect(read(text)).toEqual([code, path, words]));

  it.each(['不存在县', '虚构市财政局', '某某区', '财政局', '市辖区', '区', ''])('%j is no division', (text) => {
    expect(read(text)).toBeNull();
  });

  it('stops where a name is not inside the one before it', () => {
    expect(read('四川省绵阳市盐池县')).toEqual(['510700', '四川省/绵阳市', '四川省绵阳市']);
    expect(read('江苏省自贡市')).toEqual(['320000', '江苏省', '江苏省']);
  });
});

describe('a county’s name that several have', () => {
  it('is undecided alone', () => {
    expect(read('鼓楼区')).toBeNull();
    expect(read('普陀区人民政府')).toBeNull();
    expect(read('朝阳区')).toBeNull();
  });

  it.each([
    ['鼓楼区', '南京市', '320106', '江苏省/南京市/鼓楼区'],
    ['鼓楼区', '徐州市', '320302', '江苏省/徐州市/鼓楼区'],
    ['鼓楼区', '福建省', '350102', '福建省/福州市/鼓楼区'],
    ['鼓楼区', '福建', '350102', '福建省/福州市/鼓楼区'],
    ['普陀区', '上海市', '310107', '上海市/普陀区'],
    ['普陀区', '舟山市', '330903', '浙江省/舟山市/普陀区'],
  ])('%s is decided by %s beside it', (text, beside, code, path) => {
    expect(read(text, beside)).toEqual([code, path, text]);
  });

  it('stays undecided where the context holds two of it', () => {
    expect(read('鼓楼区', '江苏省')).toBeNull();
    expect(read('普陀区', '上海市', '舟山市')).toBeNull();
    expect(read('鼓楼区', '成都市')).toBeNull();
  });

  it('is decided by its city written before it', () => {
    expect(read('南京市鼓楼区')).toEqual(['320106', '江苏省/南京市/鼓楼区', '南京市鼓楼区']);
    expect(read('江苏省鼓楼区')).toEqual(['320000', '江苏省', '江苏省']);
  });
});

describe('names of provinces and cities in a text', () => {
  it('are those that may decide, not counties', () => {
    expect([...regionNamesIn('江苏省南京市鼓楼区与四川')].sort()).toEqual(['南京市', '四川', '江苏', '江苏省'].sort());
    expect(regionNamesIn('鼓楼区财政局').size).toBe(0);
  });

  it('decide a county named alone elsewhere in the text', () => {
    expect(matchRegion('鼓楼区审计局', regionNamesIn('地址：南京市中山路'))?.region.code).toBe('320106');
  });
});
