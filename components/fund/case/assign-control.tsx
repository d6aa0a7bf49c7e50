"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { assignFundCase } from "@/lib/domains/fund/actions";
import type { FundPerson } from "@/lib/domains/fund/types";

type Props = {
	application: { id: string; version: number; assigneeId: string | null };
	people: readonly Pick<FundPerson, "userId" | "name" | "isBound">[];
	/** Gives it to anybody; others take it themselves. */
	canAssign: boolean;
	ownId: string;
};

/** Who follows the application up. */
export function AssignControl({ application, people, canAssign, ownId }: Props) {
	const t = useTranslations("fund");
	const router = useRouter();
	const errorText = useErrorText();
	const [pending, startTransition] = useTransition();
	function assign(userId: string) {
		startTransition(async () => {
			const { id: applicationId, version } = application;
			const outcome = await assignFundCase({ applicationId, version, userId });
			if (outcome.ok) toast.success(t("case.assigned"));
			else toast.error(errorText(outcome.reason, outcome.params));
			router.refresh();
		});
	}
	if (!canAssign)
		return application.assigneeId === ownId ? null : (
			<Button size="sm" variant="secondary" pending={pending} onClick={() => assign(ownId)}>
				{t("case.take")}
			</Button>
		);
	return (
		<NativeSelect
			aria-label={t("case.assignTo")}
			disabled={pending}
			value={application.assigneeId ?? ""}
			onChange={(event) => assign(event.target.value)}
			emptyLabel={t("board.nobody")}
			options={people
				.filter((person) => !person.isBound)
				.map((person) => ({ value: person.userId, label: person.name }))}
		/>
	);
}
