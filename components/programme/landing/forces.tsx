import { cn } from "@/components/ui/cn";
import { getTranslations } from "@/lib/platform/i18n/server";
import { Flywheel } from "./flywheel";
import { LandingSection } from "./section";

const leading = ["traffic", "livestream", "incubation"] as const;
const deciding = ["fulfilment", "supply"] as const;

export async function Forces() {
	const t = await getTranslations("landing");
	return (
		<LandingSection
			id="forces"
			wind={3}
			eyebrow={t("forces.eyebrow")}
			title={t("forces.title")}
			lead={t("forces.lead")}
		>
			<div className="grid items-center gap-12 lg:grid-cols-[6fr_6fr]">
				<div>
					<ForceList forces={leading} start={1} />
					<div className="sail-lg mt-6 bg-spark-soft px-5 pt-4 pb-2">
						<p className="font-semibold text-base text-spark-ink">{t("forces.margin")}</p>
						<p className="mt-0.5 mb-2 text-ink-soft text-sm">{t("forces.marginNote")}</p>
						<ForceList forces={deciding} start={4} isDeciding />
					</div>
				</div>
				<Flywheel />
			</div>
		</LandingSection>
	);
}

type ForceListProps = {
	forces: readonly (typeof leading | typeof deciding)[number][];
	start: number;
	isDeciding?: boolean;
};

async function ForceList({ forces, start, isDeciding }: ForceListProps) {
	const t = await getTranslations("landing");
	return (
		<ol start={start} className="flex flex-col">
			{forces.map((force, index) => (
				<li
					key={force}
					className={cn(
						"flex items-baseline gap-5 border-line border-t py-4",
						isDeciding ? "border-spark-ink/25" : "first:border-t-0",
					)}
				>
					<span
						className={cn(
							"figure w-6 shrink-0 font-bold text-2xl",
							isDeciding ? "text-spark-ink" : "text-brand-ink",
						)}
					>
						{start + index}
					</span>
					<span className="w-32 shrink-0 font-semibold text-ink text-lg max-sm:w-24 max-sm:text-base">
						{t(`forces.${force}.name`)}
					</span>
					<span className="text-ink-soft text-sm">{t(`forces.${force}.text`)}</span>
				</li>
			))}
		</ol>
	);
}
