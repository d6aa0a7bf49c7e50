import { cn } from "@/components/ui/cn";
import { Explain } from "@/components/ui/explain";
import { Figure } from "@/components/ui/figure";
import { balanceAccounts } from "@/lib/domains/pools/constants";
import { shareBps, usedOf } from "@/lib/domains/pools/rules/use";
import type { Balances, PoolUnit } from "@/lib/domains/pools/types";
import { formatBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { showAmount, showCompact } from "./words";

type Account = (typeof balanceAccounts)[number];

const fieldOf = {
	AVAILABLE: "available",
	RESERVED: "reserved",
	GRANTED: "granted",
	SPENT: "spent",
	EXPIRED: "expired",
	CLAWED_BACK: "clawedBack",
} as const satisfies Record<Account, keyof Balances>;

const fills: Record<Account, string> = {
	AVAILABLE: "bg-sunken",
	RESERVED: "bg-chart-3",
	GRANTED: "bg-chart-2",
	SPENT: "bg-chart-1",
	EXPIRED: "bg-chart-5",
	CLAWED_BACK: "bg-chart-6",
};

/** What is used comes from the left; what is free is the rest. */
const drawn = ["SPENT", "GRANTED", "RESERVED", "EXPIRED", "CLAWED_BACK"] as const;

type Props = { balances: Balances; unit: PoolUnit; label: string };

/** How a pool's total is divided, drawn and in figures; every figure says how it is made. */
export async function UseBar({ balances, unit, label }: Props) {
	const t = await getTranslations("pools");
	const used = usedOf(balances);
	const share = shareBps(used, balances.total);
	return (
		<div className="space-y-3">
			<div className="flex items-center justify-between gap-3 text-xs">
				<span className="flex items-center gap-0.5 text-ink-soft">
					{t("use.share", { share: formatBps(share) })}
					<Explain subject={t("use.title")}>
						<p>{t("use.how")}</p>
						<p className="figure">
							{t("use.numbers", { used: showAmount(used, unit), total: showAmount(balances.total, unit) })}
						</p>
					</Explain>
				</span>
			</div>
			<div
				role="progressbar"
				aria-label={label}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={Math.floor(share / 100)}
				aria-valuetext={t("use.share", { share: formatBps(share) })}
				className="flex h-3 w-full overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
			>
				{drawn.map((account) => {
					const bps = shareBps(balances[fieldOf[account]], balances.total);
					return bps > 0 ? (
						<div
							key={account}
							className={cn("h-full min-w-0.5 border-surface border-r", fills[account])}
							style={{ width: `${bps / 100}%` }}
						/>
					) : null;
				})}
			</div>
			<Accounts balances={balances} unit={unit} />
		</div>
	);
}

async function Accounts({ balances, unit }: Omit<Props, "label">) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	return (
		<dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 xl:grid-cols-6">
			{balanceAccounts.map((account) => (
				<div key={account} className="min-w-0">
					<dt className="flex items-center gap-1.5 text-ink-soft text-xs">
						<span
							aria-hidden="true"
							className={cn("size-2 shrink-0 rounded-xs ring-1 ring-line ring-inset", fills[account])}
						/>
						<span className="truncate">{t(`accounts.${account}`)}</span>
						<Explain subject={t(`accounts.${account}`)}>
							<p>{t(`accountHow.${account}`)}</p>
							<p className="figure">{showAmount(balances[fieldOf[account]], unit)}</p>
						</Explain>
					</dt>
					<dd className="font-medium text-ink">
						<Figure value={showCompact(balances[fieldOf[account]], unit, locale)} />
					</dd>
				</div>
			))}
		</dl>
	);
}
