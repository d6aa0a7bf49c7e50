"use client";

import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { Banner } from "@/components/ui/banner";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";

/** The reviewer's words on this step, beside the fields they concern. */
export function RequestNote({ requests }: { requests: readonly ChangeRequest[] }) {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	if (requests.length === 0) return null;
	return (
		<Banner tone="warning" title={t("status.reasonsTitle")} className="mb-6">
			{requests.map((request) => (
				<div key={request.comment} className="mt-1">
					{request.fields.length > 0 && (
						<p className="text-ink-soft text-xs">
							{request.fields.map((field) => label(`${request.section}.${field}`)).join(" · ")}
						</p>
					)}
					<p className="wrap-anywhere whitespace-pre-line">{request.comment}</p>
				</div>
			))}
		</Banner>
	);
}
