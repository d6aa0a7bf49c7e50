import { getTranslations } from "@/lib/platform/i18n/server";

const guarantees = ["refund", "freight", "sevenDays", "tenfold"] as const;

export async function Trust() {
	const t = await getTranslations("landing");
	return (
		<section
			id="trust"
			aria-labelledby="trust-title"
			className="relative isolate night-panel overflow-hidden px-4 py-16 text-on-night sm:px-8 sm:py-24"
		>
			<div aria-hidden="true" className="isobars absolute inset-0 -z-10 text-on-night opacity-8" />
			<div className="mx-auto grid max-w-[76rem] gap-12 lg:grid-cols-[5fr_7fr]">
				<div>
					<p className="text-on-night-soft text-sm">{t("trust.eyebrow")}</p>
					<p className="mt-4 font-bold text-[2.75rem] text-spark leading-tight sm:text-[3.75rem]">
						{t("trust.quote")}
					</p>
					<h2 id="trust-title" className="mt-8 font-semibold text-xl">
						{t("trust.title")}
					</h2>
					<p className="mt-2 max-w-md text-base text-on-night-soft">{t("trust.lead")}</p>
				</div>
				<ul className="grid content-start gap-x-10 gap-y-8 sm:grid-cols-2">
					{guarantees.map((guarantee) => (
						<li key={guarantee} className="border-night-line border-t pt-5">
							<h3 className="font-semibold text-xl">{t(`trust.${guarantee}.title`)}</h3>
							<p className="mt-2 text-on-night-soft text-sm">{t(`trust.${guarantee}.text`)}</p>
						</li>
					))}
				</ul>
			</div>
		</section>
	);
}
