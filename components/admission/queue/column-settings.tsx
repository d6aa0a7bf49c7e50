"use client";

import { Columns3 } from "lucide-react";
import { useOptimistic, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { chooseQueueColumns } from "@/lib/domains/admission/actions/queue";
import { type QueueColumn, queueColumns } from "@/lib/domains/admission/rules/queue-view";

/** Which columns the table shows. */
export function ColumnSettings({ columns }: { columns: readonly QueueColumn[] }) {
	const t = useTranslations("queue");
	const [pending, startTransition] = useTransition();
	const [chosen, setChosen] = useOptimistic(columns);
	const [open, setOpen] = useState(false);
	function choose(next: readonly QueueColumn[]) {
		startTransition(async () => {
			setChosen(next);
			await chooseQueueColumns({ columns: [...next] });
		});
	}
	return (
		<Popover open={open} onOpenChange={setOpen}>
			<PopoverTrigger asChild>
				<Button variant="ghost" size="sm">
					<Columns3 aria-hidden="true" />
					{t("columnSettings.title")}
				</Button>
			</PopoverTrigger>
			<PopoverContent align="end" className="w-64" aria-busy={pending}>
				<p className="mb-3 text-ink-faint text-xs">{t("columnSettings.hint")}</p>
				<div className="space-y-2.5">
					{queueColumns.map((column) => (
						<Checkbox
							key={column}
							label={t(`columns.${column}`)}
							checked={chosen.includes(column)}
							onCheckedChange={(checked) =>
								choose(
									queueColumns.filter((one) => (one === column ? checked === true : chosen.includes(one))),
								)
							}
						/>
					))}
				</div>
				<Button
					variant="ghost"
					size="sm"
					className="mt-3"
					disabled={chosen.length === queueColumns.length}
					onClick={() => choose(queueColumns)}
				>
					{t("columnSettings.all")}
				</Button>
			</PopoverContent>
		</Popover>
	);
}
