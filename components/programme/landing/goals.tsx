import { getTranslations } from "@/lib/platform/i18n/server";

export async function Goals() {
	const t = await getTranslations("landing");
	return (
		<section aria-labelledby="goals-title" className="px-4 sm:px-8">
			<div className="sail-lg relative isolate mx-auto max-w-[76rem] night-panel overflow-hidden px-6 py-9 sm:px-10">
				<div aria-hidden="true" className="isobars absolute inset-0 -z-10 text-on-night opacity-10" />
				<div className="grid gap-x-10 gap-y-8 lg:grid-cols-[auto_1fr_1fr] lg:items-center">
					<div className="lg:max-w-60">
						<h2 id="goals-title" className="font-semibold text-xl">
							{t("goals.title")}
						</h2>
						<p className="mt-2 text-on-night-soft text-xs">{t("goals.note")}</p>
					</div>
					{(["first", "second"] as const).map((goal) => (
						<p key={goal} className="border-night-line lg:border-l lg:pl-10">
							<span className="figure block font-bold text-[4.5rem] text-spark leading-none tracking-tight">
								{t(`goals.${goal}.count`)}
								<span className="ml-2 font-medium text-on-night text-xl tracking-normal">
									{t(`goals.${goal}.unit`)}
								</span>
							</span>
							<span className="mt-2 block text-base text-on-night">{t(`goals.${goal}.label`)}</span>
						</p>
					))}
				</div>
			</div>
		</section>
	);
}
