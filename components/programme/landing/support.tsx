import { getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

const resources = ["cash", "traffic", "fund"] as const;
const modules = ["incentive", "rights", "enablement"] as const;

export async function Support() {
	const t = await getTranslations("landing");
	return (
		<LandingSection
			id="support"
			wind={2}
			eyebrow={t("support.eyebrow")}
			title={t("support.title")}
			lead={t("support.lead")}
			className="bg-surface"
		>
			<div className="grid gap-10 lg:grid-cols-[5fr_8fr]">
				<div>
					<ul className="flex flex-col">
						{resources.map((resource) => (
							<li
								key={resource}
								className="flex items-baseline justify-between gap-4 border-b py-5 first:pt-0"
							>
								<span className="whitespace-nowrap font-bold text-2xl text-brand-ink sm:text-3xl">
									{t(`support.${resource}.value`)}
								</span>
								<span className="text-base text-ink-soft">{t(`support.${resource}.label`)}</span>
							</li>
						))}
					</ul>
					<p className="mt-4 text-ink-faint text-xs">{t("support.announced")}</p>
				</div>
				<ol className="grid gap-4 sm:grid-cols-3">
					{modules.map((module, index) => (
						<li key={module} className="sail-lg flex flex-col gap-3 bg-sunken p-6">
							<svg
								aria-hidden="true"
								viewBox="0 0 120 46"
								fill="none"
								strokeLinecap="round"
								className="mb-4 h-12 w-31 stroke-brand"
							>
								{[0, 1, 2].slice(0, index + 1).map((line) => (
									<path
										key={line}
										d={`M2 ${42 - line * 14}h${44 + line * 26}c11 0 12-11 3-11-5 0-6 5-3 6`}
										strokeWidth={line === index ? 3 : 2}
										className={line === index ? "stroke-brand" : "stroke-line-strong"}
									/>
								))}
							</svg>
							<h3 className="font-semibold text-ink text-xl">{t(`support.${module}.title`)}</h3>
							<p className="text-ink-soft text-sm">{t(`support.${module}.text`)}</p>
						</li>
					))}
				</ol>
			</div>
		</LandingSection>
	);
}
