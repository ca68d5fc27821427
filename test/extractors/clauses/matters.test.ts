/** 三公, procurement, assets, operation, staff: matters with amounts and with counts of their own. */
import { describe, expect, it } from 'vitest';
import { accounts2023, budget2024, readPrinted, toldIn, unresolvedIn } from '../../support/prose.ts';

describe('三公', () => {
  const told = (...paragraphs: readonly string[]) =>
    toldIn(accounts2023(['一般公共预算财政拨款“三公”经费支出决算情况说明', ...paragraphs]));

  it('are told in sum and in parts, budget, result and rate', () => {
    const words =
      '2023年度“三公”经费财政拨款支出预算为30万元，支出决算为25.5万元，完成预算的85%，其中：因公出国（境）费支出决算为0万元，完成预算的0%；公务用车购置及运行维护费支出决算为20.5万元；公务接待费支出决算为5万元，完成预算的100%。';
    expect(told(words)).toEqual([
      'sangong.total 2023 budget 300000.00',
      'sangong.total 2023 actual 255000.00',
      'sangong.total 2023 actual completion_rate 85%',
      'sangong.overseas 2023 actual 0.00',
      'sangong.overseas 2023 actual completion_rate 0%',
      'sangong.vehicle 2023 actual 205000.00',
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception 2023 actual completion_rate 100%',
    ]);
  });

  it('count journeys and travellers', () => {
    expect(told('因公出国（境）费3万元。全年安排因公出国（境）团组2个，累计6人次。')).toEqual([
      'sangong.overseas 2023 actual 30000.00',
      'sangong.overseas_groups 2023 actual count 2个',
      'sangong.overseas_persons 2023 actual count 6人次',
    ]);
  });

  it('cost what those who were counted cost', () => {
    expect(told('“三公”经费支出9万元。公务接待12批次，90人次，支出3万元，较上年减少1万元，下降25%。')).toEqual([
      'sangong.total 2023 actual 90000.00',
      'sangong.reception_batches 2023 actual count 12批次',
      'sangong.reception_persons 2023 actual count 90人次',
      'sangong.reception 2023 actual 30000.00',
      'sangong.reception 2023 actual change -10000.00',
      'sangong.reception 2023 actual growth_rate -25%',
    ]);
  });

  it.each(['“三公”经费', '以下简称“三公”经费', '即“三公”经费'])('are named by brackets after a list: %s', (aside) => {
    expect(told(`因公出国（境）费、公务接待费和公务用车购置及运行维护费（${aside}）决算总额9万元，下降10%。`)).toEqual([
      'sangong.total 2023 actual 90000.00',
      'sangong.total 2023 actual growth_rate -10%',
    ]);
  });

  it('are not what numbered things of unknown names are', () => {
    const words = '“三公”经费决算9万元。其中：1、公务接待费决算4万元；2、加油洗车决算5万元。';
    expect(told(words)).toEqual(['sangong.total 2023 actual 90000.00', 'sangong.reception 2023 actual 40000.00']);
  });

  it('are not named by brackets that say more', () => {
    expect(told('公务接待费（占“三公”经费的大部分）5万元。')).toEqual(['sangong.reception 2023 actual 50000.00']);
  });

  it('count vehicles by the word for their purchase', () => {
    expect(told('公务用车购置2辆，公务用车保有量7辆；公务用车购置费36万元，其中越野车1辆。')).toEqual([
      'sangong.vehicles_purchased 2023 actual count 2辆',
      'sangong.vehicles_owned 2023 none count 7辆',
      'sangong.vehicle_purchase 2023 actual 360000.00',
    ]);
  });

  it('count vehicles bought and vehicles kept, which are a stock', () => {
    const words =
      '公务用车购置及运行维护费20.5万元，其中：公务用车购置费10.2万元，购置公务用车1辆；公务用车运行维护费10.3万元，主要用于燃料费、维修费。截至2023年12月31日，公务用车保有量为6辆。';
    expect(told(words)).toEqual([
      'sangong.vehicle 2023 actual 205000.00',
      'sangong.vehicle_purchase 2023 actual 102000.00',
      'sangong.vehicles_purchased 2023 actual count 1辆',
      'sangong.vehicle_operation 2023 actual 103000.00',
      'sangong.vehicles_owned 2023 none count 6辆',
    ]);
  });

  it.each([
    '公务接待费5万元。国内公务接待批次50批次，人次420人次。',
    '公务接待费5万元。共接待国内来访团组50批次、来宾420人次（包括陪同人员）。',
    '公务接待费5万元，接待50批次420人次。',
  ])('count visits and visitors: %s', (words) => {
    expect(told(words)).toEqual([
      'sangong.reception 2023 actual 50000.00',
      'sangong.reception_batches 2023 actual count 50批次',
      'sangong.reception_persons 2023 actual count 420人次',
    ]);
  });

  it('are not told by the thing that they pay for', () => {
    expect(told('公务用车运行维护费主要用于车辆燃料费8万元。')).toEqual([]);
  });
});

describe('procurement', () => {
  it('is told by kind, and for smaller enterprises', () => {
    const words =
      '2023年度政府采购支出总额800万元，其中：政府采购货物支出100万元、政府采购工程支出600万元、政府采购服务支出100万元。授予中小企业合同金额700万元，占政府采购支出总额的87.5%，其中：授予小微企业合同金额500万元，占授予中小企业合同金额的71.43%。';
    expect(toldIn(accounts2023(['政府采购支出情况说明', words]))).toEqual([
      'procurement.total 2023 actual 8000000.00',
      'procurement.goods 2023 actual 1000000.00',
      'procurement.works 2023 actual 6000000.00',
      'procurement.services 2023 actual 1000000.00',
      'procurement.sme 2023 actual 7000000.00',
      'procurement.sme 2023 actual share 87.5%',
      'procurement.micro 2023 actual 5000000.00',
      'procurement.micro 2023 actual share 71.43%',
    ]);
  });

  it('is a budget in a budget', () => {
    const words =
      '2024年政府采购预算总额800万元，其中货物类100万元、工程类600万元、服务类100万元。面向中小企业预留政府采购项目预算金额700万元，其中面向小微企业预留500万元。';
    expect(toldIn(budget2024(['政府采购情况', words]))).toEqual([
      'procurement.total 2024 budget 8000000.00',
      'procurement.goods 2024 budget 1000000.00',
      'procurement.works 2024 budget 6000000.00',
      'procurement.services 2024 budget 1000000.00',
      'procurement.sme 2024 budget 7000000.00',
      'procurement.micro 2024 budget 5000000.00',
    ]);
  });
});

describe('assets', () => {
  const report = (...paragraphs: readonly string[]) => accounts2023(['国有资产占用情况说明', ...paragraphs]);

  it('are vehicles in sum and by kind', () => {
    const { prose } = readPrinted(
      report('共有车辆6辆，其中：副部（省）级及以上领导用车1辆、机要通信用车0辆、应急保障用车2辆、其他用车3辆。'),
    );
    expect(prose.map(({ concept, stated, quote, basis }) => [concept, stated, basis, quote.slice(-2)])).toEqual([
      ['assets.vehicles', '共有车辆', 'none', '6辆'],
      ['assets.vehicles', '副部(省)级及以上领导用车', 'none', '1辆'],
      ['assets.vehicles', '机要通信用车', 'none', '0辆'],
      ['assets.vehicles', '应急保障用车', 'none', '2辆'],
      ['assets.vehicles', '其他用车', 'none', '3辆'],
    ]);
  });

  it.each([
    '单价50万元以上通用设备',
    '单价50万元（含）以上通用设备',
    '单位价值50万元以上的设备',
  ])('are %s, whose price is no figure', (name) => {
    const words = `${name}3台（套），单价100万元以上专用设备1台（套）。`;
    expect(toldIn(report(words))).toEqual([
      'assets.equipment_over_500k 2023 none count 3台',
      'assets.equipment_over_1m 2023 none count 1台',
    ]);
    expect(unresolvedIn(report(words))).toEqual([
      ['threshold', '50万元'],
      ['threshold', '100万元'],
    ]);
  });

  it('have a value and what is written off of it', () => {
    expect(toldIn(report('固定资产原值5,000万元，累计折旧2,000万元；无形资产原值100万元，累计摊销20万元。'))).toEqual([
      'assets.fixed_original 2023 none 50000000.00',
      'assets.fixed_depreciation 2023 none 20000000.00',
      'assets.intangible_original 2023 none 1000000.00',
      'assets.intangible_depreciation 2023 none 200000.00',
    ]);
  });
});

describe('operation, meetings and training', () => {
  it('are told with their changes, not with what they count', () => {
    const words =
      '2023年度机关运行经费支出200万元，比年初预算数减少10万元，降低4.76%。会议费2万元，召开会议3次；培训费3万元，参训120人次。';
    expect(toldIn(accounts2023(['机关运行经费支出情况说明', words]))).toEqual([
      'agency_operation 2023 actual 2000000.00',
      'agency_operation 2023 actual change -100000.00',
      'agency_operation 2023 actual growth_rate -4.76%',
      'meeting 2023 actual 20000.00',
      'training 2023 actual 30000.00',
    ]);
  });
});

describe('what pays for procurement', () => {
  it('is no budget of the unit', () => {
    const words = '政府采购预算20万元，其中：一般公共预算拨款15万元，财政拨款5万元。';
    expect(toldIn(budget2024(['政府采购预算安排情况说明', words]))).toEqual([
      'procurement.total 2024 budget 200000.00',
    ]);
  });
});

describe('staff', () => {
  const told = (words: string) => toldIn(accounts2023(['人员情况', words]));

  it('are posts, people in them, and the retired', () => {
    expect(told('核定编制120名，其中行政编制30名、事业编制90名；年末实有人数115人，离退休人员5人。')).toEqual([
      'staff.establishment 2023 none count 120名',
      'staff.establishment 2023 none count 30名',
      'staff.establishment 2023 none count 90名',
      'staff.actual 2023 none count 115人',
      'staff.retired 2023 none count 5人',
    ]);
  });

  it('are no offices', () => {
    expect(told('内设办公室、老干部离退休处、水保处9个处室。')).toEqual([]);
  });

  it('are not the people it works for', () => {
    expect(told('事业编制334人，正式教职工301人，学生人数3288人，退休职工28人。')).toEqual([
      'staff.establishment 2023 none count 334人',
      'staff.actual 2023 none count 301人',
      'staff.retired 2023 none count 28人',
    ]);
  });

  it('that have become more or fewer are no count', () => {
    expect(told('离退休人员增加2人，在职人员较上年减少3人。')).toEqual([]);
  });

  it('are told by office, and are no other things that are counted', () => {
    expect(told('实有人数69人（局机关48人，下属事业单位21人）。年初安排项目3个，追加项目2个。')).toEqual([
      'staff.actual 2023 none count 69人',
      'staff.actual 2023 none count 48人',
      'staff.actual 2023 none count 21人',
      'other 2023 initial_budget count 3个',
      'other 2023 adjusted_budget count 2个',
    ]);
  });

  it('are of the day that the paragraph names, and 预算编制 counts nobody', () => {
    expect(
      told('纳入预算编制范围的二级预算单位共有7个。截至2022年底，人员编制310人。单位管理的离退休人员188人。'),
    ).toEqual(['staff.establishment 2022 none count 310人', 'staff.retired 2022 none count 188人']);
  });
});
