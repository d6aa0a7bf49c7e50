"use client";

import { ArrowLeft, ArrowRight, Send } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";
import { applicationSections } from "@/lib/domains/admission/constants";
import type { ApplicationSection } from "@/lib/domains/admission/types";

export type StepFooterProps = {
	section: ApplicationSection;
	onGo: (section: ApplicationSection) => void;
	onSubmit: () => void;
	pending: boolean;
	isResubmission: boolean;
};

export function StepFooter({ section, onGo, onSubmit, pending, isResubmission }: StepFooterProps) {
	const t = useTranslations("admission");
	const index = applicationSections.indexOf(section);
	const [previous, next] = [applicationSections[index - 1], applicationSections[index + 1]];
	return (
		<CardFooter>
			{previous ? (
				<Button variant="ghost" onClick={() => onGo(previous)}>
					<ArrowLeft aria-hidden="true" />
					{t("form.previous")}
				</Button>
			) : (
				<span className="figure text-ink-faint text-xs">
					{t("form.stepOf", { index: index + 1, total: applicationSections.length })}
				</span>
			)}
			{next ? (
				<Button onClick={() => onGo(next)}>
					<span className="sm:hidden">{t("form.nextShort")}</span>
					<span className="max-sm:hidden">{t("form.next", { section: t(`sections.${next}`) })}</span>
					<ArrowRight aria-hidden="true" />
				</Button>
			) : (
				<Button variant="spark" size="lg" pending={pending} onClick={onSubmit}>
					<Send aria-hidden="true" />
					{t(isResubmission ? "agreement.resubmit" : "agreement.submit")}
				</Button>
			)}
		</CardFooter>
	);
}
