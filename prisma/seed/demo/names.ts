import type { Random } from "./random";

const first = [..."澄岚栖鹿拾麦禾棠槿汐朗沐砚蓝雁松桐竹苔芷樱榆柚荞蕨萤霁溯梧穗筱葭"];
const second = [..."野序屿川砚原谷汀渡里岸集桥帆泉枝坞陌垄汐舍栈岭洲塘"];
/** Combinations that are words, places or known firms, or that read badly. */
const avoided = new Set(
	"澄溪 栖里 鹿野 鹿岛 拾野 麦野 麦田 麦谷 禾谷 禾川 禾原 棠里 汐谷 朗原 朗桥 沐川 沐野 沐岸 蓝帆 蓝岸 蓝屿 蓝集 蓝谷 蓝野 雁塘 雁滩 松川 松原 松岭 松岸 桐乡 桐庐 桐岭 桐原 竹山 竹溪 竹里 竹野 樱桥 樱野 榆林 榆集 榆原 榆川 梧州 梧洲 柚集 荞麦 萤川 萤谷 霁川 芷江 芷汀 鹿洲 鹿泉 蓝田 蓝桥 蓝洲 蓝川 竹塘 麦原 麦集 汐汐 砚砚 松枝 竹枝 沐舍 棠舍 沐里 竹舍 鹿舍 澄洲 澄泉 葭洲 松塘 松坞 榆坞 蓝栈 雁洲 禾集 樱川 樱舍 禾舍 蓝舍 朗集 沐集 沐泉 沐枝".split(
		" ",
	),
);

const proverbial =
	"半亩荞 一苇川 三盏茗 十里柚 百穗年 小满仓 大寒梅 不二舟 七分田 四时序 九曲渡 五谷岸 半坡云 一径松 三更灯 千山岚 长风渡 远山序 新垦地 万里蓬 小筑间 大河湾 一叶行 半盏清 月半弯 溪上人 山那边 水云坞 风起时 麦浪间 灯火集 晨雾里 长街集 老船坞 青石巷 春分里 谷雨集 白露序 立夏仓 秋分渡 惊蛰里 清晏堂 有间仓 知味坡 拾穗人 向风行 逐浪间 听涛集 观潮里 望岳仓 步云梯 摘星里 追光集 抱朴仓 守拙堂 行简集 知足坊 和光里 同尘集 若水渡 厚土仓 云上渡 星火集 逆风行 帆影里 桨声集 潮信里 号角声 快马行 铁犁头 大秤砣 老算盘 红砖房 蓝工装 白帆布".split(
		" ",
	);
const tradeFirst = [..."恒启聚瑞锦盛宏益卓广"];
const tradeMiddle = [..."桦霖桉骅烁榕濠蔚翊崧"];
const tradeLast = [..."达远通和成兴丰"];

/** Invented house names in three manners, lyrical, proverbial and businesslike, each used once, in the seed's order. */
export function houseNames(random: Random): string[] {
	const lyrical = first.flatMap((a) => second.filter((b) => b !== a).map((b) => `${a}${b}`));
	const business = tradeFirst.flatMap((a) =>
		tradeMiddle.flatMap((b) => tradeLast.map((c) => `${a}${b}${c}`)),
	);
	return random.shuffle([
		...random.shuffle(lyrical.filter((name) => !avoided.has(name))).slice(0, 300),
		...random.shuffle(business).slice(0, 160),
		...proverbial,
	]);
}

const trades: Record<string, readonly string[]> = {
	brand: ["品牌管理", "品牌运营", "电子商务", "数字营销", "网络科技", "品牌策划"],
	belt: ["商贸", "电子商务", "产业运营", "贸易", "产业科技", "电商产业服务"],
	supply: ["供应链管理", "供应链", "仓配科技", "供应链科技", "优选供应链"],
	agency: ["文化传媒", "文化传播", "传媒", "文化创意", "影视文化"],
	training: ["教育科技", "管理咨询", "职业培训", "文化科技", "人才服务"],
};
export type TradeKind = "brand" | "belt" | "supply" | "agency" | "training";

/** `size` 3 is a group, 2 may be a joint-stock company, below is limited. */
export function companyName(
	random: Random,
	city: string,
	house: string,
	kind: TradeKind,
	size: number,
): string {
	const trade = random.pick(trades[kind] ?? []);
	const form =
		size >= 3 && random.chance(0.35)
			? "集团有限公司"
			: size >= 2 && random.chance(0.1)
				? "股份有限公司"
				: "有限公司";
	return random.chance(0.22) ? `${house}（${city}）${trade}${form}` : `${city}${house}${trade}${form}`;
}
