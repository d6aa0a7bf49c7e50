"use client";

import { useRouter } from "next/navigation";
import {
	type ComponentProps,
	createContext,
	type ReactNode,
	startTransition,
	useContext,
	useState,
} from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { FundStage } from "@/lib/domains/fund/types";
import { type Movable, MoveForm, targetsAmong } from "../move-dialog";

type Held = { application: Movable; moves: readonly FundStage[] };
type Board = { held: Held | null; hold: (held: Held | null) => void; drop: (to: FundStage) => void };

const BoardContext = createContext<Board | null>(null);

/**
 * Cards are dragged to the column they shall go to, which opens the same form as the card's own button: a move has its
 * reason, and whoever does not drag misses nothing.
 */
export function BoardDrag({ children }: { children: ReactNode }) {
	const t = useTranslations("fund");
	const router = useRouter();
	const [held, hold] = useState<Held | null>(null);
	const [dropped, setDropped] = useState<(Held & { to: FundStage }) | null>(null);
	const drop = (to: FundStage) => {
		if (held?.moves.includes(to)) setDropped({ ...held, to });
		hold(null);
	};
	const finish = () => {
		toast.success(t("move.done"));
		startTransition(() => {
			setDropped(null);
			router.refresh();
		});
	};
	return (
		<BoardContext value={{ held, hold, drop }}>
			{children}
			<Dialog open={dropped !== null} onOpenChange={() => setDropped(null)}>
				{dropped && (
					<DialogContent title={t("move.title", { number: dropped.application.number })}>
						<MoveForm
							application={dropped.application}
							choices={targetsAmong(dropped.moves)}
							to={targetsAmong([dropped.to])[0]}
							onDone={finish}
						/>
					</DialogContent>
				)}
			</Dialog>
		</BoardContext>
	);
}

type CardProps = ComponentProps<"li"> & { application: Movable; moves: readonly FundStage[] };

/** A card that can be dragged to wherever its application may go. */
export function DragCard({ application, moves, className, ...props }: CardProps) {
	const board = useContext(BoardContext);
	const isMovable = board !== null && moves.length > 0;
	return (
		<li
			draggable={isMovable}
			onDragStart={(event) => {
				event.dataTransfer.effectAllowed = "move";
				event.dataTransfer.setData("text/plain", application.number);
				board?.hold({ application, moves });
			}}
			onDragEnd={() => board?.hold(null)}
			className={cn(
				className,
				isMovable && "cursor-grab active:cursor-grabbing",
				board?.held?.application.id === application.id && "opacity-60",
			)}
			{...props}
		/>
	);
}

/** A column that takes the cards that may come to it, and shows so while one is held. */
export function DropColumn({ stage, className, ...props }: ComponentProps<"section"> & { stage: FundStage }) {
	const board = useContext(BoardContext);
	const [isOver, setOver] = useState(false);
	const takes = board?.held?.moves.includes(stage) ?? false;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dragging is an extra; the button of every card does the same
		<section
			data-stage={stage}
			onDragOver={(event) => {
				if (!takes) return;
				event.preventDefault();
				event.dataTransfer.dropEffect = "move";
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				board?.drop(stage);
			}}
			className={cn(
				className,
				takes && "outline-2 outline-brand/50 outline-dashed",
				takes && isOver && "bg-brand-soft",
			)}
			{...props}
		/>
	);
}
