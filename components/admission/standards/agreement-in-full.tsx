"use client";

import { useLocale } from "use-intl";
import type { Agreement } from "@/lib/domains/admission/schema/agreement";

/** The agreement as it is read. */
export function AgreementInFull({ agreement }: { agreement: Agreement }) {
	const isEnglish = useLocale() === "en";
	return (
		<article className="max-w-3xl space-y-5 text-sm">
			<h3 className="font-semibold text-base text-ink">
				{isEnglish ? agreement.titleEn : agreement.titleZh}
			</h3>
			{(isEnglish ? agreement.sectionsEn : agreement.sectionsZh).map((section) => (
				<section key={section.heading}>
					<h4 className="font-semibold text-ink">{section.heading}</h4>
					{section.paragraphs.map((paragraph) => (
						<p key={paragraph} className="mt-1.5 text-ink-soft leading-relaxed">
							{paragraph}
						</p>
					))}
				</section>
			))}
		</article>
	);
}
