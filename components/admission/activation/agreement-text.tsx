import type { Agreement } from "@/lib/domains/admission/schema/agreement";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** The agreement as it reads, in a region of its own that scrolls by mouse, touch and keyboard. */
export async function AgreementText({ document }: { document: Agreement }) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const isEnglish = locale === "en";
	const sections = isEnglish ? document.sectionsEn : document.sectionsZh;
	return (
		<section
			aria-label={t("agreement.textLabel")}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
			tabIndex={0}
			className="max-h-96 overflow-y-auto rounded-md border bg-sunken px-5 py-4"
		>
			<h3 className="text-pretty text-center font-semibold text-base text-ink">
				{isEnglish ? document.titleEn : document.titleZh}
			</h3>
			{sections.map((section) => (
				<div key={section.heading} className="mt-4">
					<h4 className="font-medium text-ink text-sm">{section.heading}</h4>
					{section.paragraphs.map((paragraph) => (
						<p key={paragraph} className="mt-1.5 text-pretty text-ink-soft text-sm leading-relaxed">
							{paragraph}
						</p>
					))}
				</div>
			))}
		</section>
	);
}
