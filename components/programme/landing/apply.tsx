import { getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

const steps = ["register", "fill", "check", "review", "decide", "active"] as const;

type ApplyProps = {
	/** The standards in force, in words. */
	published: {
		version: number;
		lines: readonly string[];
		tracks: readonly string[];
		reviewWorkingDays: number;
		appealWindowDays: number;
	};
};

export async function Apply({ published }: ApplyProps) {
	const t = await getTranslations("landing");
	return (
		<LandingSection
			id="apply"
			wind={5}
			eyebrow={t("apply.eyebrow")}
			title={t("apply.title")}
			lead={t("apply.lead")}
		>
			<div className="grid gap-12 lg:grid-cols-[7fr_5fr]">
				<ol className="flex flex-col">
					{steps.map((step, index) => (
						<li key={step} className="flex gap-6 border-t py-5">
							<span className="figure w-8 shrink-0 font-bold text-2xl text-brand-ink leading-7">
								{index + 1}
							</span>
							<span>
								<span className="block font-semibold text-base text-ink">{t(`apply.${step}.title`)}</span>
								<span className="mt-1 block text-ink-soft text-sm">
									{t(`apply.${step}.text`, {
										reviewDays: published.reviewWorkingDays,
										appealDays: published.appealWindowDays,
									})}
								</span>
							</span>
						</li>
					))}
				</ol>
				<Standards published={published} />
			</div>
		</LandingSection>
	);
}

async function Standards({ published }: ApplyProps) {
	const t = await getTranslations("landing");
	return (
		<div className="sail-lg border bg-surface p-6 sm:p-8">
			<h3 className="font-semibold text-ink text-xl">{t("apply.standards.title")}</h3>
			<p className="mt-1 text-ink-faint text-xs">
				{t("apply.standards.version", { version: published.version })}
			</p>
			<ul className="mt-5 flex flex-col gap-3">
				{published.lines.map((line) => (
					<li key={line} className="flex items-start gap-3 text-ink-soft text-sm">
						<span aria-hidden="true" className="mt-[0.55rem] h-0.5 w-3 shrink-0 -rotate-24 bg-brand" />
						{line}
					</li>
				))}
			</ul>
			<h3 className="mt-7 font-semibold text-base text-ink">{t("apply.tracks.title")}</h3>
			<ul className="mt-3 flex flex-wrap gap-2">
				{published.tracks.map((track) => (
					<li
						key={track}
						className="rounded-[3px_9px_3px_3px] bg-brand-soft px-3 py-1 text-brand-ink text-sm"
					>
						{track}
					</li>
				))}
			</ul>
		</div>
	);
}
