import type { Metadata } from "next";
import { PolicyFigures } from "@/components/trust/policy/policy-figures";
import { loadTrustTerms } from "@/lib/domains/trust/loaders/policies";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("terms.title"), description: t("terms.description"), robots: { index: true } };
}

export default async function TrustTermsPage() {
	const [t, locale, policies] = await Promise.all([
		getTranslations("trustrules"),
		getLocale(),
		loadTrustTerms(),
	]);
	return (
		<div className="mx-auto max-w-6xl px-4 py-12 sm:px-8 sm:py-16">
			<h1 className="font-semibold text-3xl text-ink">{t("terms.title")}</h1>
			<p className="mt-2 max-w-3xl text-ink-soft">{t("terms.description")}</p>
			{policies.map(({ kind, inForce, upcoming }) => (
				<section key={kind} id={kind} aria-labelledby={`${kind}-title`} className="mt-10 scroll-mt-20">
					<h2 id={`${kind}-title`} className="font-semibold text-ink text-xl">
						{t(`kind.${kind}`)}
						<span className="ml-3 font-normal text-ink-faint text-sm">
							{t("terms.version", { version: inForce.version })}
						</span>
					</h2>
					<p className="mt-1 mb-4 max-w-3xl text-ink-soft text-sm">
						{t(`kindHint.${kind}`)}
						{upcoming && (
							<span className="block text-info-ink">
								{t("terms.upcoming", {
									version: upcoming.version,
									day: formatDate(upcoming.effectiveFrom, locale),
								})}
							</span>
						)}
					</p>
					<PolicyFigures kind={kind} document={inForce.document} />
				</section>
			))}
		</div>
	);
}
