import { hashEntry } from "@/lib/domains/decisions/rules/entry";
import { merkleRoot } from "@/lib/domains/decisions/rules/merkle";
import { chainOn, emptyLog, hashBlock } from "@/lib/domains/decisions/rules/seal";
import type {
	DecisionBlock,
	LogCheck,
	LogFault,
	LogFaultCode,
	LogRecord,
	SealedEntry,
} from "@/lib/domains/decisions/types";

type Place = Partial<Omit<LogFault, "code">>;

/**
 * Reads a log from its beginning, a record at a time, and holds every entry against its own hash, its place and its block,
 * and every block against the one before. It stops at the first fault and names it; what follows a fault proves nothing.
 * Needs the hashes of one block at a time, whatever the length of the log.
 */
export class LogReader {
	private entries = 0;
	private blocks = 0;
	private last: Pick<DecisionBlock, "number" | "lastSequence" | "hash"> = emptyLog;
	private open: { block: DecisionBlock; chain: string; hashes: string[] } | null = null;
	private fault: LogFault | null = null;
	/** Block hashes an outsider may hold; found as they go by. */
	private readonly wanted: Set<string>;

	/** `heads` are hashes of blocks the log is known to have had: it is cut, or another log, where one is missing. */
	constructor(heads: readonly string[] = []) {
		this.wanted = new Set(heads);
		this.wanted.delete(emptyLog.hash);
	}

	/** @returns whether to go on */
	read(record: LogRecord, line: number | null = null): boolean {
		this.fault ??= this.take(record, line);
		return this.fault === null;
	}

	fail(code: LogFaultCode, place: Place): void {
		this.fault ??= faultOf(code, place);
	}

	/** What the log came to. `stated` is what its head line promised, where it has one. */
	finish(stated?: { blocks: number; entries: number; head: string }): LogCheck {
		this.fault ??= this.closeBlock(null);
		const isShort = stated && (stated.blocks !== this.blocks || stated.entries !== this.entries);
		if (isShort || (stated && stated.head !== this.last.hash) || this.wanted.size > 0) {
			this.fail("LOG_CUT", { block: this.last.number + 1, sequence: this.last.lastSequence + 1 });
		}
		return { entries: this.entries, blocks: this.blocks, head: this.last.hash, fault: this.fault };
	}

	private take(record: LogRecord, line: number | null): LogFault | null {
		if (record.type === "block") return this.readBlock(record.block, line);
		if (record.type === "entry") return this.readEntry(record.entry, line);
		if (record.type === "gone") {
			const place = this.placeOf(record.sequence, record.id, line);
			return place.fault ?? faultOf("ENTRY_MISSING", place);
		}
		return null;
	}

	private readBlock(block: DecisionBlock, line: number | null): LogFault | null {
		const unfinished = this.closeBlock(line);
		if (unfinished) return unfinished;
		const due = this.last.number + 1;
		const at = { block: due, sequence: this.last.lastSequence + 1, line };
		if (block.number > due) return faultOf("BLOCK_MISSING", at);
		if (block.number < due) return faultOf("BLOCK_OUT_OF_ORDER", { ...at, block: block.number });
		const links =
			block.previousHash === this.last.hash &&
			block.firstSequence === this.last.lastSequence + 1 &&
			block.lastSequence >= block.firstSequence;
		if (!links || hashBlock(block) !== block.hash) return faultOf("BLOCK_ALTERED", at);
		this.open = { block, chain: block.previousHash, hashes: [] };
		return null;
	}

	private readEntry(entry: SealedEntry, line: number | null): LogFault | null {
		const place = this.placeOf(entry.sequence, entry.id, line);
		if (place.fault || !this.open) return place.fault;
		const { hash: _hash, sequence: _sequence, chain: _chain, ...content } = entry;
		if (hashEntry(content) !== entry.hash) return faultOf("ENTRY_ALTERED", place);
		const chain = chainOn(this.open.chain, entry.sequence, entry.hash);
		if (chain !== entry.chain) return faultOf("ENTRY_MISPLACED", place);
		this.open.chain = chain;
		this.open.hashes.push(entry.hash);
		this.entries++;
		return null;
	}

	/** Where an entry stands; with a fault where that is not the place that comes next. */
	private placeOf(
		sequence: number,
		entryId: string,
		line: number | null,
	): Place & { fault: LogFault | null } {
		const block = this.open?.block;
		if (!block) {
			const fault = faultOf("BLOCK_MISSING", { block: this.last.number + 1, sequence, entryId, line });
			return { fault };
		}
		const due = block.firstSequence + (this.open?.hashes.length ?? 0);
		const place = { block: block.number, sequence, entryId, line };
		if (sequence === due && sequence <= block.lastSequence) return { ...place, fault: null };
		if (due > block.lastSequence && sequence >= due)
			return { fault: faultOf("BLOCK_MISSING", { ...place, block: block.number + 1 }) };
		if (sequence > due)
			return { fault: faultOf("ENTRY_MISSING", { block: block.number, sequence: due, line }) };
		return { fault: faultOf("ENTRY_OUT_OF_ORDER", place) };
	}

	private closeBlock(line: number | null): LogFault | null {
		if (!this.open || this.fault) return null;
		const { block, chain, hashes } = this.open;
		const due = block.firstSequence + hashes.length;
		if (due <= block.lastSequence)
			return faultOf("ENTRY_MISSING", { block: block.number, sequence: due, line });
		if (chain !== block.chain || merkleRoot(hashes) !== block.merkleRoot)
			return faultOf("BLOCK_ALTERED", { block: block.number, sequence: block.firstSequence, line });
		this.last = block;
		this.blocks++;
		this.wanted.delete(block.hash);
		this.open = null;
		return null;
	}
}

function faultOf(code: LogFaultCode, { block, sequence, entryId, line }: Place): LogFault {
	return {
		code,
		block: block ?? null,
		sequence: sequence ?? null,
		entryId: entryId ?? null,
		line: line ?? null,
	};
}
