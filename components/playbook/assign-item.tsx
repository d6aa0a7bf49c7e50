"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { assignPlaybookItem } from "@/lib/domains/playbook/actions/items";

type Props = { itemId: string; assigneeId: string | null; people: readonly { id: string; name: string }[] };

export function AssignItem({ itemId, assigneeId, people }: Props) {
	const t = useTranslations("playbook.item");
	const run = useActionButton();
	return (
		<Field label={t("assignee")}>
			<NativeSelect
				key={assigneeId}
				defaultValue={assigneeId ?? ""}
				emptyLabel={t("nobody")}
				options={people.map(({ id, name }) => ({ value: id, label: name }))}
				onChange={({ currentTarget }) =>
					run(assignPlaybookItem({ itemId, assigneeId: currentTarget.value || null }), t("assigned"))
				}
			/>
		</Field>
	);
}
