import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { nameOf, showShort } from "./words";

type Balance = { nameZh: string; nameEn: string; unit: PoolUnit; open: bigint };

/** What the partner holds of each pool and has not used yet. */
export async function Balances({ balances }: { balances: readonly Balance[] }) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	if (balances.length === 0) return null;
	return (
		<Card>
			<CardHeader
				title={t("own.balance")}
				actions={
					<Link href={routes.partner.pools()} className="text-brand-ink text-sm hover:underline">
						{t("own.balanceLink")}
					</Link>
				}
			/>
			<CardBody>
				<dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
					{balances.map((line) => (
						<div key={line.nameEn}>
							<dt className="text-ink-soft text-xs">{nameOf(line, locale)}</dt>
							<dd className="figure font-semibold text-ink text-lg">
								{showShort(line.open, line.unit, locale)}
							</dd>
						</div>
					))}
				</dl>
			</CardBody>
		</Card>
	);
}
