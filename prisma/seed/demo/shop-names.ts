import type { Category } from "./brand-names";
import type { Random } from "./random";
import type { BrandPlan, PartnerPlan } from "./types";

const callings = [
	..."阿秋 老周 小满 梅姐 大山 阿宽 素素 六月 桃子 阿杰 玲姐 豆豆 老秦 雪儿 阿牛哥 三妹 晓晓 大刘 二丫 阿布 娟姐 海哥 柠檬 小鱼 老船长 阿朵 英子 九叔 团子 胖婶".split(
		" ",
	),
];
const kinds = ["优选", "小店", "工厂店", "好物铺", "直播间", "严选店", "集合店"] as const;

function brandShopName(random: Random, brand: BrandPlan, partner: PartnerPlan | null): string {
	const goods = random.pick(brand.category.goods);
	return random.weighted([
		[`${brand.name}官方旗舰店`, 3],
		[`${brand.name}${goods}旗舰店`, 3],
		[`${brand.name}${goods}专卖店`, 2],
		[`${brand.name}工厂店`, 1],
		[`${brand.name}自播间`, 1],
		[`${brand.name}${partner?.house ?? ""}专营店`, 3],
	]);
}

function plainShopName(random: Random, category: Category, partner: PartnerPlan | null): string {
	const goods = random.pick(category.goods);
	const kind = random.pick(kinds);
	const calling = random.pick(callings);
	if (!partner) return `${calling}家的${goods}${random.pick(kinds)}`;
	return random.weighted([
		[`${calling}${goods}${kind}`, 4],
		[`${calling}家的${goods}`, 2],
		[`${partner.house}${goods}${kind}`, 4],
		[`${partner.city.name}${goods}${kind}`, 1],
	]);
}

/** Gives every shop a name of its own; a name already taken is told apart by its city or house, as shops do. */
export function createShopNames(random: Random) {
	const taken = new Set<string>();
	return (category: Category, brand: BrandPlan | null, partner: PartnerPlan | null): string => {
		for (let attempt = 0; attempt < 40; attempt++) {
			const plain = brand ? brandShopName(random, brand, partner) : plainShopName(random, category, partner);
			const name = attempt < 12 ? plain : `${random.pick(callings)}的${plain}`;
			if (taken.has(name)) continue;
			taken.add(name);
			return name;
		}
		throw new Error("SHOP_NAMES_USED_UP");
	};
}
