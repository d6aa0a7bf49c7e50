"use client";

import { Columns3 } from "lucide-react";
import { useOptimistic, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { setColumns } from "@/lib/platform/preferences/actions";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

type Props = {
	/** The table's name, under which the choice is kept. */
	table: string;
	/** Every column that may be left out, in the table's order. */
	columns: readonly { value: string; label: string }[];
	/** Those shown now. */
	chosen: readonly string[];
};

/** Which columns a table shows; the choice is kept in a cookie, so that the server renders them at once. */
export function ColumnSettings({ table, columns, chosen: shown }: Props) {
	const t = useTranslations("common.columns");
	const [pending, startTransition] = useTransition();
	const [chosen, setChosen] = useOptimistic(shown);
	const [open, setOpen] = useState(false);
	const all = columns.map(({ value }) => value);
	function choose(next: string[]) {
		startTransition(async () => {
			setChosen(next);
			await setColumns({ table, columns: next });
		});
	}
	return (
		<Popover open={open} onOpenChange={setOpen}>
			<PopoverTrigger asChild>
				<Button variant="ghost" size="sm">
					<Columns3 aria-hidden="true" />
					{t("title")}
				</Button>
			</PopoverTrigger>
			<PopoverContent align="end" className="w-64" aria-busy={pending}>
				<p className="mb-3 text-ink-faint text-xs">{t("hint")}</p>
				<div className="space-y-2.5">
					{columns.map(({ value, label }) => (
						<Checkbox
							key={value}
							label={label}
							checked={chosen.includes(value)}
							onCheckedChange={(checked) =>
								choose(all.filter((one) => (one === value ? checked === true : chosen.includes(one))))
							}
						/>
					))}
				</div>
				<Button
					variant="ghost"
					size="sm"
					className="mt-3"
					disabled={chosen.length === columns.length}
					onClick={() => choose(all)}
				>
					{t("all")}
				</Button>
			</PopoverContent>
		</Popover>
	);
}
