"use client";

import { useTranslations } from "use-intl";
import { useSpeech } from "@/components/admission/standards/use-speech";
import type { DraftLabels } from "@/components/policies/draft-bar";
import { tracksInWords } from "@/lib/domains/admission/rules/standard-words";
import type { AgreementForm, StandardsForm } from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";
import type { forceCodes } from "@/lib/domains/forces/constants";

const partKeys = { value: "draft.threshold", tracks: "draft.tracks", recordKinds: "draft.records" } as const;

export function useStandardsLabels(form: StandardsForm, tracks: readonly TrackName[]): DraftLabels {
	const t = useTranslations("standards");
	const speech = useSpeech(tracks);
	const nameOf = (id: string) => {
		const standard = form.standards[id];
		if (!standard) return id;
		return standard.fact ? t(`words.factName.${standard.fact}`) : t(`words.name.${standard.kind}`);
	};
	return {
		labelOf(path) {
			const [head = "", id = "", part = ""] = path.split(".");
			if (head === "standards" && id === "") return t("draft.standards");
			if (head === "standards") {
				const key = part in partKeys ? partKeys[part as keyof typeof partKeys] : null;
				return key ? `${nameOf(id)} · ${t(key)}` : nameOf(id);
			}
			if (head === "weights" && id) {
				return t("words.weightOf", { force: t(`words.force.${id as (typeof forceCodes)[number]}`) });
			}
			if (head === "numbers") return t(`words.number.${id as "reviewWorkingDays"}`);
			if (head === "fourEyes") return t(id === "tracks" ? "words.fourEyesTracks" : "words.fourEyesMargin");
			if (head === "order") return t("draft.orderLabel");
			return t(head === "weights" ? "draft.weights" : "draft.deposit");
		},
		valueOf(path, value) {
			if (path === "order") return (value as string[]).map(nameOf).join(" · ");
			if (path.endsWith("tracks")) return tracksInWords(speech, value as string[] | null);
			if (path.endsWith("recordKinds")) {
				return (value as "FORGED_CREDENTIALS"[]).map((kind) => t(`words.record.${kind}`)).join(" · ");
			}
			return typeof value === "string" ? value : "";
		},
	};
}

export function useAgreementLabels(form: AgreementForm): DraftLabels {
	const t = useTranslations("standards");
	const numberOf = (id: string) => form.order.indexOf(id) + 1;
	return {
		labelOf(path) {
			const [head = "", id = "", part = ""] = path.split(".");
			if (head === "order") return t("agreement.orderLabel");
			if (head !== "sections") return t(head === "titleEn" ? "agreement.titleEn" : "agreement.titleZh");
			const section = t("agreement.section", { number: numberOf(id) });
			return part ? `${section} · ${t(`agreement.${part as "headingZh"}`)}` : section;
		},
		valueOf(path, value) {
			if (path === "order") {
				const headings = (value as string[]).map((id) => form.sections[id]?.headingZh);
				return headings.filter(Boolean).join(" · ");
			}
			return typeof value === "string" ? value : "";
		},
	};
}
