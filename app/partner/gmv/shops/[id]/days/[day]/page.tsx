import type { Metadata } from "next";
import { DayLines } from "@/components/gmv/explorer/day-lines";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadOwnShopDay } from "@/lib/domains/gmv/loaders/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string; day: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("day.lines") };
}

export default async function ShopDayPage({ params, searchParams }: Props) {
	const [{ id, day }, query] = await Promise.all([params, searchParams]);
	return <DayLines opened={await loadOwnShopDay(id, day, query)} side="own" />;
}
