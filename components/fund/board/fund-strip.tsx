import Link from "next/link";
import { poolName } from "@/components/pools/words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { formatCompactFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Fund = {
	id: string;
	nameZh: string;
	nameEn: string;
	available: bigint;
	reserved: bigint;
	granted: bigint;
	spent: bigint;
};
const accounts = ["available", "reserved", "granted", "spent"] as const;

/** What the fund's pool still has, over the board; a way to its ledger. */
export async function FundStrip({ fund, code }: { fund: Fund | null; code: string }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	if (!fund)
		return (
			<Banner
				tone="warning"
				actions={
					<Button asChild size="sm" variant="secondary">
						<Link href={routes.ops.pools()}>{t("board.fundOpen")}</Link>
					</Button>
				}
			>
				{t("board.fundMissing", { code })}
			</Banner>
		);
	return (
		<Card className="flex flex-wrap items-center gap-x-8 gap-y-3 px-5 py-3">
			<h2 className="font-semibold text-ink text-sm">{poolName(fund, locale)}</h2>
			<dl className="flex flex-wrap gap-x-8 gap-y-2">
				{accounts.map((account) => (
					<div key={account}>
						<dt className="text-ink-faint text-xs">{t(`board.${account}`)}</dt>
						<dd className="font-semibold text-ink text-sm">
							<Figure value={formatCompactFen(fund[account], locale)} />
						</dd>
					</div>
				))}
			</dl>
			<Button asChild size="sm" variant="secondary" className="ml-auto">
				<Link href={routes.ops.pool(fund.id)}>{t("board.ledger")}</Link>
			</Button>
		</Card>
	);
}
