"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { submitOwnApplication } from "@/lib/domains/admission/actions/application";
import { applicationSections } from "@/lib/domains/admission/constants";
import { isRequestMended, pathsOfRequest } from "@/lib/domains/admission/rules/change-requests";
import { readForm } from "@/lib/domains/admission/rules/form-errors";
import { readProgress, requiredPaths } from "@/lib/domains/admission/rules/form-progress";
import { longestOf } from "@/lib/domains/admission/schema/lengths";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { formatCount } from "@/lib/platform/format";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import type { ApplicationFormProps } from "./application-form";
import { type FormView, fieldId, textAt } from "./form-context";
import { rememberSection } from "./remembered-section";
import { useDraft } from "./use-draft";

const hopelessCodes = [
	"TOO_LONG",
	"EMOJI",
	"DATE_FUTURE",
	"AMOUNT_NEGATIVE",
	"AMOUNT_TOO_PRECISE",
	"AMOUNT_TOO_LARGE",
	"OUT_OF_RANGE",
];

/** Faults only the server can find, each with the text it was found in: editing the field takes it away. */
type ServerFaults = Record<string, { code: string; text: string }>;

/** The form's state and moves: draft, faults, progress, the step in view, the submission. */
export function useApplicationForm({
	application,
	rules,
	tracks,
	today,
	initialSection,
	requests,
	mendedPaths,
}: ApplicationFormProps) {
	const t = useTranslations("admission");
	const router = useRouter();
	const refusalText = useRefusalText();
	const { state, keeper } = useDraft(application);
	const [section, setSection] = useState(initialSection);
	const [touched, setTouched] = useState(() => filledPaths(application.form, rules.policy));
	const [showAll, setShowAll] = useState(false);
	const [serverFaults, setServerFaults] = useState<ServerFaults>({});
	const [isSubmitting, startTransition] = useTransition();
	const { draft } = state;
	const openRequests = useMemo(() => {
		const changed = [...mendedPaths, ...changedPaths(application.form, draft)];
		return requests.map((request) => ({
			...request,
			paths: pathsOfRequest(request),
			isMended: isRequestMended(request, changed),
		}));
	}, [requests, mendedPaths, application.form, draft]);
	const errors = useMemo(() => {
		const reading = readForm(draft, rules);
		const found: Record<string, string> = reading.ok ? {} : { ...reading.errors };
		for (const [path, fault] of Object.entries(serverFaults)) {
			if (textAt(draft, path) === fault.text) found[path] ??= fault.code;
		}
		return found;
	}, [draft, rules, serverFaults]);
	const progress = useMemo(() => readProgress(draft, rules.policy, errors), [draft, rules.policy, errors]);

	function errorOf(path: string): string | undefined {
		const code = errors[path];
		// What no further typing can mend is said at once, the rest once the field was left.
		if (!code || !(showAll || touched.has(path) || hopelessCodes.includes(code))) return undefined;
		const key = `codes.field.${code}` as "codes.field.REQUIRED";
		if (code === "TOO_LONG") {
			const count = formatCount([...textAt(draft, path).trim()].length);
			return t("codes.field.TOO_LONG", { count, max: formatCount(longestOf(path)) });
		}
		return t.has(key) ? t(key) : t("codes.field.FORMAT");
	}
	function goTo(next: ApplicationSection) {
		setSection(next);
		rememberSection(next);
		void keeper.flush();
	}
	function goToField(path: string) {
		const target = applicationSections.find((one) => path.startsWith(`${one}.`));
		if (target) goTo(target);
		setTouched((paths) => new Set([...paths, path]));
		// After the step has been drawn.
		requestAnimationFrame(() => requestAnimationFrame(() => focusField(path)));
	}
	function showFaults(codes: Record<string, string>) {
		setShowAll(true);
		setServerFaults(
			Object.fromEntries(
				Object.entries(codes).map(([path, code]) => [
					path,
					{ code, text: textAt(keeper.read().draft, path) },
				]),
			),
		);
		const first = firstOf(codes);
		if (first) goToField(first);
	}
	function submit() {
		if (Object.keys(errors).length > 0) return showFaults(errors);
		startTransition(async () => {
			// A refused save stays shown beside the form and, where the session is over, in a dialog of its own.
			if (!(await keeper.flush())) return;
			const outcome = await submitOwnApplication({ applicationId: application.id, version: keeper.version });
			if (outcome.ok) {
				toast.success(t("agreement.submitted"));
				router.refresh();
			} else if (outcome.fieldErrors) showFaults(outcome.fieldErrors);
			else if (outcome.reason === "SIGNED_OUT") keeper.refuse(outcome.reason);
			else {
				toast.error(refusalText(outcome));
				router.refresh();
			}
		});
	}

	const view: FormView = {
		draft,
		edit: (path, value) => keeper.edit(path, value),
		touch: (path) => setTouched((paths) => (paths.has(path) ? paths : new Set([...paths, path]))),
		errorOf,
		rules,
		tracks,
		today,
		requests: openRequests,
	};
	return { view, state, keeper, section, goTo, goToField, progress, submit, isSubmitting };
}

/** Fields filled on an earlier visit: their faults are shown from the start. */
function filledPaths(
	form: ApplicationFormProps["application"]["form"],
	policy: ApplicationFormProps["rules"]["policy"],
): ReadonlySet<string> {
	const paths = applicationSections.flatMap((section) => requiredPaths(section, form, policy));
	return new Set(paths.filter((path) => textAt(form, path) !== ""));
}

/** The first fault in the order of the form. */
function firstOf(codes: Record<string, string>): string | undefined {
	const rank = (path: string) => applicationSections.findIndex((section) => path.startsWith(`${section}.`));
	return Object.keys(codes).sort((a, b) => rank(a) - rank(b))[0];
}

function focusField(path: string): void {
	const control = document.getElementById(fieldId(path));
	control?.focus({ preventScroll: true });
	control?.scrollIntoView({ block: "center" });
}
