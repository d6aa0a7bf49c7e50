import type { DraftDoors } from "@/components/policies/use-policy-draft";
import {
	discardPolicyDraft,
	readPolicyDraft,
	savePolicyDraft,
} from "@/lib/domains/admission/actions/standards";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import { routes } from "@/lib/platform/routes/routes";

/** Where a draft of the standards or of the agreement is saved and read. */
export function standardsDoors(kind: DraftedKind, draftId: string): DraftDoors {
	return {
		save: (version, form) => savePolicyDraft({ kind, draftId, version, form }),
		read: () => readPolicyDraft({ kind }),
	};
}

/** Where its bar leads, and how it is thrown away. */
export function standardsBar(kind: DraftedKind, draftId: string) {
	const key = kind === "agreement" ? kind : undefined;
	return {
		href: routes.ops.standardsDraft(key),
		backHref: routes.ops.standards(key),
		discard: (version: number) => discardPolicyDraft({ kind, draftId, version }),
	};
}
