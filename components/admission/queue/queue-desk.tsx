"use client";

import { useRouter } from "next/navigation";
import {
	type FormEvent,
	type MouseEvent,
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { useTranslations } from "use-intl";
import { SelectionBar } from "@/components/ui/selection-bar";
import { toast } from "@/components/ui/toast";
import { AssignControls, type AssignResult, type Chosen } from "./assign-controls";
import { AssignResults } from "./assign-results";
import { KeysDialog } from "./keys-dialog";
import { useQueueKeys } from "./use-queue-keys";
import { useQueueWork } from "./use-queue-work";

type Reviewer = { userId: string; name: string; held: number };

function boxesIn(root: HTMLElement): HTMLInputElement[] {
	return [...root.querySelectorAll<HTMLInputElement>("input[data-select]")];
}

/** The application whose row an element stands in. */
function rowOf(element: Element): { id: string; version: number; element: Element } | null {
	const row = element.closest<HTMLElement>("tr[data-row]");
	return row && { id: row.dataset.row ?? "", version: Number(row.dataset.version), element: row };
}

/**
 * Hears what happens in the table, which is plain markup: presses of its buttons and links, its checkboxes, and the keys. `tools`
 * stands above the table; `reviewers` are those a lead may give work to.
 */
export function QueueDesk({
	tools,
	reviewers,
	children,
}: {
	tools: ReactNode;
	reviewers: readonly Reviewer[] | null;
	children: ReactNode;
}) {
	const t = useTranslations("queue");
	const root = useRef<HTMLDivElement>(null);
	const [chosen, setChosen] = useState<readonly Chosen[]>([]);
	const [results, setResults] = useState<readonly AssignResult[]>([]);
	const [isHelpOpen, setHelpOpen] = useState(false);
	const router = useRouter();
	const work = useQueueWork();
	useQueueKeys(root, () => setHelpOpen((open) => !open));

	const readChosen = useCallback(() => {
		if (!root.current) return;
		const boxes = boxesIn(root.current);
		const checked = boxes.filter((box) => box.checked);
		setChosen(
			checked.flatMap((box) => {
				const row = rowOf(box);
				const name = row?.element.querySelector("[data-row-link]")?.textContent ?? "";
				return row ? [{ applicationId: row.id, version: row.version, name }] : [];
			}),
		);
		const all = root.current.querySelector<HTMLInputElement>("input[data-select-all]");
		if (!all) return;
		all.checked = boxes.length > 0 && checked.length === boxes.length;
		all.indeterminate = checked.length > 0 && checked.length < boxes.length;
	}, []);
	// Other rows may have come into the table, or the same ones with another version.
	// biome-ignore lint/correctness/useExhaustiveDependencies: `children` is what changed.
	useEffect(readChosen, [children, readChosen]);

	function change(event: FormEvent<HTMLDivElement>) {
		const box = event.target;
		if (!(box instanceof HTMLInputElement) || !root.current) return;
		if (box.matches("[data-select-all]")) for (const one of boxesIn(root.current)) one.checked = box.checked;
		readChosen();
	}
	function clear() {
		if (root.current) for (const box of boxesIn(root.current)) box.checked = false;
		readChosen();
	}
	function showAssigned(told: readonly AssignResult[], name: string) {
		if (told.some((one) => one.refusal !== null)) setResults(told);
		else toast.success(t("assign.done", { count: told.length, name }));
		clear();
	}
	async function copy(value: string) {
		await navigator.clipboard.writeText(value);
		toast.success(t("copied", { value }));
	}
	function press(event: MouseEvent<HTMLDivElement>) {
		if (!(event.target instanceof Element)) return;
		const row = rowOf(event.target);
		const pressed = event.target.closest<HTMLElement>("button, a");
		if (!row || !pressed) return;
		if (pressed instanceof HTMLAnchorElement) {
			if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			router.push(pressed.pathname);
		} else if (pressed.matches("[data-copy]")) copy(pressed.textContent);
		else if (!work.pending && pressed.dataset.act === "claim") work.claim(row.id, row.version);
		else if (!work.pending && pressed.dataset.act === "release") work.release(row.id, row.version);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only hears its own buttons, links and boxes, which are reached by keyboard.
		// biome-ignore lint/a11y/useKeyWithClickEvents: a key press on them arrives as a click.
		<div ref={root} onChange={change} onClick={press} aria-busy={work.pending}>
			<div className="flex flex-wrap items-center justify-end gap-2 border-b px-4 py-2">
				<KeysDialog open={isHelpOpen} onOpenChange={setHelpOpen} canAssign={reviewers !== null} />
				{tools}
			</div>
			{reviewers && (
				<SelectionBar count={chosen.length} onClear={clear}>
					<AssignControls chosen={chosen} reviewers={reviewers} onAssigned={showAssigned} />
				</SelectionBar>
			)}
			<AssignResults results={results} onClose={() => setResults([])} />
			{children}
		</div>
	);
}
