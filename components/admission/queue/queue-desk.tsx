"use client";

import {
	type FormEvent,
	type MouseEvent,
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { SelectionBar } from "@/components/ui/selection-bar";
import { AssignControls, type AssignResult, type Chosen } from "./assign-controls";
import { AssignResults } from "./assign-results";
import { KeysDialog } from "./keys-dialog";
import { useQueueKeys } from "./use-queue-keys";
import { useQueueWork } from "./use-queue-work";

type Reviewer = { userId: string; name: string; held: number };

function boxesIn(root: HTMLElement): HTMLInputElement[] {
	return [...root.querySelectorAll<HTMLInputElement>("input[data-select]")];
}

/**
 * Hears what happens in the table, which is plain markup: presses of its buttons, its checkboxes, and the keys. `tools`
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
	const work = useQueueWork();
	useQueueKeys(root, () => setHelpOpen((open) => !open));

	const readChosen = useCallback(() => {
		if (!root.current) return;
		const boxes = boxesIn(root.current);
		const checked = boxes.filter((box) => box.checked);
		setChosen(
			checked.map((box) => ({
				applicationId: box.value,
				version: Number(box.dataset.version),
				name: box.dataset.name ?? "",
			})),
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
	async function press(event: MouseEvent<HTMLDivElement>) {
		const button = event.target instanceof Element ? event.target.closest("button") : null;
		const { copy, act, id, version } = button?.dataset ?? {};
		if (copy) {
			await navigator.clipboard.writeText(copy);
			toast.success(t("copied", { value: copy }));
		} else if (id && !work.pending) {
			if (act === "claim") work.claim(id, Number(version));
			if (act === "release") work.release(id, Number(version));
		}
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only hears its own buttons and boxes, which are reached by keyboard.
		// biome-ignore lint/a11y/useKeyWithClickEvents: a button's key press arrives as a click.
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
