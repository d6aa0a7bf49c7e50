import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { BenefitItem } from "@/lib/domains/benefits/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Taker = { name: string; taken: number; done: number; lastAt: Date };

/** Items with how often they were taken and finished, and who took them. */
export async function ItemTable({
	items,
	takers,
}: {
	items: readonly BenefitItem[];
	takers: readonly Taker[];
}) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	return (
		<>
			<Card className="overflow-hidden">
				<CardHeader title={t("detail.items")} />
				<Table label={t("detail.items")}>
					<TableHeader>
						<TableRow>
							<TableHead className="min-w-44">{t("fields.items")}</TableHead>
							<TableHead>{t("fields.kind")}</TableHead>
							<TableHead numeric>{t("detail.taken")}</TableHead>
							<TableHead numeric>{t("detail.done")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{items.map((item) => (
							<TableRow key={item.id}>
								<TableRowHead>
									{locale === "en" ? item.titleEn : item.titleZh}{" "}
									{!item.isActive && <Badge>{t("detail.withdrawn")}</Badge>}
								</TableRowHead>
								<TableCell>{t(`itemKinds.${item.kind}`)}</TableCell>
								<TableCell numeric>{item.taken}</TableCell>
								<TableCell numeric>{item.done}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			</Card>
			<Card className="overflow-hidden">
				<CardHeader title={t("detail.takers")} />
				{takers.length === 0 ? (
					<CardBody>
						<p className="text-ink-soft text-sm">{t("detail.noTakers")}</p>
					</CardBody>
				) : (
					<Table label={t("detail.takers")}>
						<TableHeader>
							<TableRow>
								<TableHead className="min-w-44">{t("detail.taker")}</TableHead>
								<TableHead numeric>{t("detail.taken")}</TableHead>
								<TableHead numeric>{t("detail.done")}</TableHead>
								<TableHead>{t("detail.lastAt")}</TableHead>
							</TableRow>
						</TableHeader>
						<TableBody>
							{takers.map((taker) => (
								<TableRow key={taker.name}>
									<TableRowHead>{taker.name}</TableRowHead>
									<TableCell numeric>{taker.taken}</TableCell>
									<TableCell numeric>{taker.done}</TableCell>
									<TableCell className="whitespace-nowrap">{formatDate(taker.lastAt, locale)}</TableCell>
								</TableRow>
							))}
						</TableBody>
					</Table>
				)}
			</Card>
		</>
	);
}
