import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Day } from "@/lib/platform/time";
import type { BrandHead, ItemEvent, Person, ShownItem, TextEvidence } from "./items";
import type { ItemMove, PlaybookSide } from "./template";

/** Everything a page about one item shows. */
export type LoadedItem = {
	readonly item: ShownItem;
	readonly brand: BrandHead;
	readonly side: PlaybookSide;
	readonly files: EvidenceFile[];
	readonly texts: TextEvidence[];
	readonly events: ItemEvent[];
	readonly people: Person[];
	readonly mayWork: boolean;
	readonly userId: string;
	readonly today: Day;
	readonly moves: ItemMove[];
	readonly mayHandIn: boolean;
	readonly mayAssign: boolean;
};
