import { getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

const facts = ["gmv", "users", "daily", "minutes", "creators", "brandSales", "brands", "custom"] as const;

export async function Facts() {
	const t = await getTranslations("landing");
	return (
		<LandingSection
			id="programme"
			wind={1}
			eyebrow={t("facts.eyebrow")}
			title={t("facts.title")}
			lead={t("facts.lead")}
		>
			<dl className="grid grid-cols-2 gap-x-6 gap-y-10 lg:grid-cols-4">
				{facts.map((fact) => (
					<div key={fact} className="flex flex-col-reverse justify-end border-brand border-t-2 pt-4">
						<dt className="text-ink-soft text-sm">{t(`facts.${fact}.label`)}</dt>
						<dd className="figure font-bold text-[2.25rem] text-ink leading-tight tracking-tight sm:text-[3.25rem]">
							{t(`facts.${fact}.value`)}
							{t.has(unitKey(fact)) && (
								<span className="ml-1 font-medium text-base text-ink-soft tracking-normal sm:text-xl">
									{t(unitKey(fact))}
								</span>
							)}
						</dd>
					</div>
				))}
			</dl>
			<p className="mt-8 text-ink-faint text-xs">{t("facts.source")}</p>
		</LandingSection>
	);
}

/** Not every fact has a unit; `t.has` decides, so the key is typed as one that exists. */
function unitKey(fact: (typeof facts)[number]) {
	return `facts.${fact}.unit` as "facts.gmv.unit";
}
