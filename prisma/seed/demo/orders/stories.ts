/** How a product sells: orders a day, ordinary ones through streamers and all others; days are counted back from today. */
export type ProductStory = {
	readonly name: string;
	/** Times the mean order of the brand's category. */
	readonly price: number;
	/** Orders a day outside of distribution, since `since` days ago. */
	readonly calm: number;
	readonly since: number;
	/** Orders a day through streamers, from so many days ago on. */
	readonly pushed: number;
	readonly pushedFrom: number | null;
	/** The week that begins so many days ago sells `lift` times as much through streamers. */
	readonly peak?: { readonly from: number; readonly lift: number };
	readonly isExclusive?: boolean;
};

export type ExclusiveStory = {
	readonly name: string;
	readonly stage: "IDEA" | "SAMPLE" | "TRIAL" | "ON_SALE" | "ENDED";
	/** Position of the product that sells under it. */
	readonly product?: number;
	readonly onSaleFrom?: number;
	readonly onSaleTo?: number;
};

/** Own live rooms between two days ago: so many days of every 28, so many minutes each. */
export type LiveStory = {
	readonly from: number;
	readonly to: number;
	readonly daysOf28: number;
	readonly minutes: number;
};

export type BrandStory = {
	readonly brand: string;
	readonly streamers: number;
	/** Chance that an order comes from somebody who bought in the last 30 days. */
	readonly again: number;
	readonly products: readonly ProductStory[];
	readonly live: readonly LiveStory[];
	readonly exclusives: readonly ExclusiveStory[];
};

const product = (
	name: string,
	price: number,
	[calm, since]: readonly [number, number],
	[pushed, pushedFrom]: readonly [number, number | null],
	peak?: readonly [number, number],
	isExclusive = false,
): ProductStory => ({
	...{ name, price, calm, since, pushed, pushedFrom, isExclusive },
	...(peak && { peak: { from: peak[0], lift: peak[1] } }),
});

/**
 * What every story tells: one product that took off, one that did not, one nobody can judge, one new. `later`: days by which
 * streamers began after those of the other brands.
 */
function range(names: readonly string[], strength: number, later = 0): ProductStory[] {
	const [hero = "", second = "", few = "", flat = "", fresh = "", old = "", quiet = ""] = names;
	return [
		product(hero, 1.3, [2, 119], [2, 82 - later], [72 - later, 1.9 * strength]),
		product(second, 0.9, [1.8, 119], [1.6, 64 - later / 2], [52 - later / 2, 1.4 * strength]),
		product(few, 0.7, [0.35, 119], [0.4, 58 - later / 2], [44 - later / 2, 1.1 * strength]),
		product(flat, 1.1, [2.4, 119], [1.5, 50]),
		product(fresh, 2.2, [0.6, 30], [1.2, 33], [20, 1.8]),
		product(old, 0.8, [1, 119], [1.4, 119]),
		product(quiet, 0.6, [2.2, 119], [0, null]),
	];
}

const menswear = range(
	["三防通勤夹克", "免烫商务衬衫", "重磅纯棉T恤", "工装直筒裤", "羊毛混纺大衣", "亚麻休闲西服", "牛津纺衬衫"],
	2.2,
	30,
);
const womenswear = range(
	["真丝印花连衣裙", "羊绒开衫", "香云纱马面裙", "针织半身裙", "双面呢大衣", "棉麻衬衫", "打底内搭"],
	1.8,
);
const shoes = range(
	["轻量缓震跑鞋", "头层牛皮通勤包", "软底乐福鞋", "登山徒步鞋", "旅行拉杆箱", "帆布托特包", "居家棉拖"],
	2,
);
const tea = range(
	["明前龙井礼盒", "三年陈白茶饼", "小青柑", "茉莉花茶", "冻顶乌龙", "熟普散茶", "随行茶具"],
	1.6,
);
const remedies = range(
	["即食燕窝", "黑枸杞原浆", "阿胶糕", "西洋参切片", "灵芝孢子粉", "石斛花茶", "八珍粉"],
	1.9,
);
const snacks = range(["手撕吐司", "酸枣糕", "坚果燕麦脆", "糯米船", "海苔肉松卷", "苏打饼干", "猪肉脯"], 0.7);

/**
 * Brands whose shop sends single orders too. The first is the demo account's: step 1 closed on its hero product, step 3 a
 * day of live short of closing. 素锦坊 stopped its rooms, and its third step opened again.
 */
export const brandStories: readonly BrandStory[] = [
	{
		...{ brand: "松衡", streamers: 16, again: 0.09 },
		products: [...menswear, product("快手专供羽绒背心", 1.4, [1.6, 21], [0.7, 16], undefined, true)],
		live: [
			{ from: 119, to: 61, daysOf28: 9, minutes: 150 },
			{ from: 60, to: 29, daysOf28: 15, minutes: 215 },
			{ from: 28, to: 1, daysOf28: 19, minutes: 245 },
		],
		exclusives: [
			{ name: "快手专供羽绒背心", stage: "ON_SALE", product: 7, onSaleFrom: 21 },
			{ name: "直播间限定色工装夹克", stage: "TRIAL" },
			{ name: "加长版免烫衬衫", stage: "SAMPLE" },
			{ name: "父亲节礼盒装", stage: "IDEA" },
		],
	},
	{
		...{ brand: "素锦坊", streamers: 13, again: 0.24 },
		products: [...womenswear, product("直播间专供旗袍", 1.5, [2.6, 110], [1.2, 105], [84, 1.5], true)],
		live: [{ from: 119, to: 66, daysOf28: 23, minutes: 240 }],
		exclusives: [{ name: "直播间专供旗袍", stage: "ON_SALE", product: 7, onSaleFrom: 110 }],
	},
	{
		...{ brand: "远步行", streamers: 18, again: 0.22 },
		products: shoes,
		live: [{ from: 119, to: 1, daysOf28: 25, minutes: 230 }],
		exclusives: [{ name: "联名缓震跑鞋", stage: "SAMPLE" }],
	},
	{
		...{ brand: "云岫茶庄", streamers: 12, again: 0.26 },
		products: [...tea, product("渠道定制口粮茶", 0.5, [3.2, 112], [1.4, 100], undefined, true)],
		live: [{ from: 119, to: 1, daysOf28: 22, minutes: 225 }],
		exclusives: [
			{ name: "渠道定制口粮茶", stage: "ON_SALE", product: 7, onSaleFrom: 112 },
			{ name: "节气礼盒", stage: "TRIAL" },
		],
	},
	{
		...{ brand: "百草春堂", streamers: 11, again: 0.18 },
		products: remedies,
		live: [{ from: 90, to: 1, daysOf28: 17, minutes: 200 }],
		exclusives: [{ name: "即饮燕窝小罐装", stage: "IDEA" }],
	},
	{
		...{ brand: "麦香老院", streamers: 7, again: 0.12 },
		products: snacks,
		live: [{ from: 45, to: 1, daysOf28: 8, minutes: 120 }],
		exclusives: [],
	},
];

export const storyDays = 119;

export const streamerNames = [
	...["小鹿选物", "阿岚的衣橱", "北北好物", "老周严选", "栗子妈妈", "大东北二姐", "木木说穿搭", "豆包爱生活"],
	...[
		"江南阿婆",
		"野哥测评",
		"小满日记",
		"胖虎仓库",
		"晚风姐姐",
		"一口锅",
		"青青草原",
		"山里阿妹",
		"阿泽不打烊",
		"糖糖好价",
	],
] as const;
