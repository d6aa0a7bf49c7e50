import { cn } from "@/components/ui/cn";
import { getTranslations } from "@/lib/platform/i18n/server";

const stages = ["traffic", "selection", "goods", "service", "fulfilment", "repurchase"] as const;

/** Where a stage stands on the ring, in percent of the picture; the first one at the top, then clockwise. */
function placeOnRing(index: number): { left: string; top: string } {
	const angle = (index / stages.length) * 2 * Math.PI - Math.PI / 2;
	return {
		left: `${(50 + 39 * Math.cos(angle)).toFixed(2)}%`,
		top: `${(50 + 39 * Math.sin(angle)).toFixed(2)}%`,
	};
}

/** The flywheel the programme tells: each turn feeds the next. */
export async function Flywheel() {
	const t = await getTranslations("landing");
	return (
		<div
			role="img"
			aria-label={t("forces.flywheel.label")}
			className="relative mx-auto aspect-square w-full max-w-[30rem]"
		>
			<svg
				aria-hidden="true"
				viewBox="0 0 400 400"
				fill="none"
				strokeLinecap="round"
				className="absolute inset-0 size-full"
			>
				<circle cx="200" cy="200" r="156" strokeWidth="1.25" className="stroke-line-strong/60" />
				<g className="origin-center animate-orbit">
					{[0, 120, 240].map((angle) => (
						<g key={angle} transform={`rotate(${angle} 200 200)`}>
							<path d="M200 200c-4-62 32-104 92-104-24 26-52 58-92 104Z" className="fill-brand opacity-14" />
							<path d="M200 200c-4-62 32-104 92-104" strokeWidth="2.5" className="stroke-brand" />
						</g>
					))}
				</g>
				{stages.map((stage, index) => (
					<path
						key={stage}
						d="m196 38 8 6-8 6"
						strokeWidth="2.25"
						strokeLinejoin="round"
						transform={`rotate(${index * 60 + 30} 200 200)`}
						className="stroke-brand"
					/>
				))}
				<circle cx="200" cy="200" r="44" className="fill-night" />
			</svg>
			<p className="absolute inset-0 flex items-center justify-center text-center font-semibold text-spark text-xs">
				<span className="w-18">{t("forces.flywheel.core")}</span>
			</p>
			{stages.map((stage, index) => (
				<p
					key={stage}
					style={placeOnRing(index)}
					className={cn(
						"-translate-x-1/2 -translate-y-1/2 absolute whitespace-nowrap rounded-[3px_12px_3px_3px] border bg-surface px-3 py-1.5 font-medium text-ink text-sm shadow-sm",
						(stage === "fulfilment" || stage === "goods") && "border-spark-ink/40",
					)}
				>
					{t(`forces.flywheel.${stage}`)}
				</p>
			))}
		</div>
	);
}
