import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import type { ConnectedShop } from "@/lib/domains/playbook/types/own-brand";
import { formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ReleaseShop } from "./release-shop";

type Props = { brandId: string; shops: readonly ConnectedShop[]; mayManage: boolean };

/** A brand's shops: who serves each, what it sells, and the way out of a mistake. */
export async function ConnectedShops({ brandId, shops, mayManage }: Props) {
	const [t, locale] = await Promise.all([getTranslations("brandshops"), getLocale()]);
	return (
		<>
			<Table label={t("title")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("shop")}</TableHead>
						<TableHead>{t("region")}</TableHead>
						<TableHead className="min-w-40">{t("partners")}</TableHead>
						<TableHead numeric>{t("net")}</TableHead>
						{mayManage && <TableHead className="text-right">{t("actions")}</TableHead>}
					</TableRow>
				</TableHeader>
				<TableBody>
					{shops.map(({ id, code, name, region, partners, netFen, isKept }) => (
						<TableRow key={id}>
							<TableRowHead className="min-w-32">
								<Link href={routes.ops.gmvShop(id)} className="hover:underline">
									{name ?? code}
								</Link>
								{name && <span className="block font-mono font-normal text-2xs text-ink-faint">{code}</span>}
							</TableRowHead>
							<TableCell className="whitespace-nowrap">{region ? nameRegion(region, locale) : "–"}</TableCell>
							<TableCell>
								{partners.length > 0 ? (
									partners.join(t("comma"))
								) : (
									<span className="text-ink-faint">{t("nobody")}</span>
								)}
							</TableCell>
							<TableCell numeric>{formatFen(netFen)}</TableCell>
							{mayManage && (
								<TableCell className="text-right">
									{isKept ? (
										<Badge tone="neutral">{t("kept")}</Badge>
									) : (
										<ReleaseShop brandId={brandId} shopId={id} name={name ?? code} />
									)}
								</TableCell>
							)}
						</TableRow>
					))}
				</TableBody>
			</Table>
			{mayManage && shops.some(({ isKept }) => isKept) && (
				<p className="border-line border-t px-5 py-3 text-ink-faint text-xs">{t("keptHint")}</p>
			)}
		</>
	);
}
