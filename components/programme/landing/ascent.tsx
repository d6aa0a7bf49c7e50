import { type NamedTiers, tierName } from "@/components/tiers/tier-names";
import { cn } from "@/components/ui/cn";
import { WindBarb, type WindTier } from "@/components/ui/wind-barb";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** Where each station stands on the 640 × 520 sheet, how tall its barb is, and how fast it sways. */
const stations = [
	{ tier: 1, x: 62, y: 460, size: 13, seconds: 6 },
	{ tier: 2, x: 164, y: 440, size: 17, seconds: 5.2 },
	{ tier: 3, x: 272, y: 399, size: 22, seconds: 4.4 },
	{ tier: 4, x: 380, y: 333, size: 27, seconds: 3.6 },
	{ tier: 5, x: 484, y: 261, size: 34, seconds: 2.8 },
] as const satisfies readonly { tier: WindTier; x: number; y: number; size: number; seconds: number }[];

const inks: Record<WindTier, string> = {
	1: "text-brand/70",
	2: "text-brand/80",
	3: "text-brand",
	4: "text-brand",
	5: "text-ink",
};

/** A partner's way from 微风 to 疾风, across the lines of 1亿 and 10亿. */
export async function Ascent({ tiers }: { tiers: NamedTiers }) {
	const [t, locale] = await Promise.all([getTranslations("landing"), getLocale()]);
	return (
		<div
			role="img"
			aria-label={t("hero.picture")}
			className="relative mx-auto aspect-[640/520] w-full max-w-[40rem]"
		>
			<svg
				aria-hidden="true"
				viewBox="0 0 640 520"
				fill="none"
				strokeLinecap="round"
				className="absolute inset-0 size-full overflow-visible"
			>
				<path
					d="M8 466C110 458 220 432 308 380S470 262 600 190"
					strokeWidth="10"
					className="stroke-brand opacity-12"
				/>
				<path d="M8 466C110 458 220 432 308 380S470 262 600 190" strokeWidth="2.5" className="stroke-brand" />
				<g strokeWidth="1.4" strokeDasharray="2 7" className="stroke-ink-faint">
					<path d="M60 424c90-10 190-10 290 0s180 12 280 2" />
					<path d="M150 296c110-14 210-14 300 0s120 10 180 4" />
				</g>
				<g strokeWidth="1.6" className="stroke-brand opacity-50">
					<path d="M0 492c26-8 52-8 78 0s52 8 78 0 52-8 78 0 52 8 78 0" />
					<path d="M30 510c22-6 44-6 66 0s44 6 66 0 44-6 66 0" opacity=".6" />
				</g>
				<Duckweed />
			</svg>
			<LineLabel className="top-[82.8%] right-0">{t("hero.lineYi")}</LineLabel>
			<LineLabel className="top-[53%] left-[17%]">{t("hero.lineTenYi")}</LineLabel>
			{stations.map((station) => (
				<div
					key={station.tier}
					className="absolute"
					style={{ left: `${station.x / 6.4}%`, top: `${station.y / 5.2}%`, width: `${station.size}%` }}
				>
					<div className="-translate-x-[35.6%] -translate-y-[82.3%]">
						<WindBarb
							tier={station.tier}
							pennantClassName="fill-spark stroke-spark"
							className={cn(
								"h-auto w-full [stroke-width:1.9] origin-[35.6%_82.3%] animate-sway overflow-visible drop-shadow-[0_0_6px_var(--paper)]",
								inks[station.tier],
							)}
							swaySeconds={station.seconds}
						/>
					</div>
					<p
						className={cn(
							"absolute left-2 whitespace-nowrap rounded-sm bg-paper/80 px-1 font-semibold text-2xs text-ink sm:text-sm",
							station.tier === 1 ? "top-4" : "top-2",
						)}
					>
						<span className="figure mr-1 text-ink-faint">T{station.tier}</span>
						{tierName(tiers, station.tier, locale)}
					</p>
				</div>
			))}
		</div>
	);
}

function LineLabel({ className, children }: { className: string; children: string }) {
	return (
		<span
			className={cn("absolute rounded-sm bg-paper/80 px-1.5 text-ink-soft text-2xs sm:text-xs", className)}
		>
			{children}
		</span>
	);
}

/** 青蘋: floating leaves, each with its notch. The wind is said to rise from their tips. */
function Duckweed() {
	return (
		<g className="fill-spark">
			<path d="M30 481a13 7 0 1 0 13-7l-1 7Z" />
			<path d="M196 487a9 5 0 1 0 9-5l-1 5Z" />
			<path d="M6 490a8 4.5 0 1 0 8-4.5v4.5Z" />
		</g>
	);
}
