import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { diskFull, isDiskFull } from "./failures";
import { keepRunning } from "./keep-running";
import { connectOwnership } from "./ownership";
import { openPlace, type Place } from "./place";
import { findPostmaster, type Postmaster } from "./postmaster";
import { adminConfig, appUrl } from "./roles";
import { ClusterInUse, type Server } from "./server";
import { startServerAt } from "./server-at";

export type OpenDatabase = {
	url: string;
	/** The cluster's folder. */
	cluster: string;
	/**
	 * Resolves with the reason when the server ended in good order without being asked to, or cannot be kept running; never
	 * for a borrowed one.
	 */
	lost: Promise<OperatorError>;
	/** What the server itself has to say about work that failed; undefined when it knows of no trouble. */
	diagnose(): OperatorError | undefined;
	/** Stops a server of one's own; `patiently`: after the other commands that use it. */
	close(patiently?: boolean): Promise<void>;
};

type Request = {
	dataDir: string;
	/** Who is using the database, shown to whoever is refused because of it. */
	purpose: string;
	/** Only as the one who answers for the server, as the portal does; otherwise a running server is shared. */
	exclusive: boolean;
	/** Told when the wait is longer than usual. */
	onRecovery?(): void;
	/** Told when the server was killed and runs again. */
	onRestart?(): void;
};

/**
 * Opens the database of a data folder: its running server, or one that runs until `close`.
 * A server whose starter was killed is shut down in good order and started anew.
 * @throws OperatorError when the folder is in use (`exclusive`) or its server cannot be started
 */
export async function openDatabase(request: Request): Promise<OpenDatabase> {
	const place = openPlace(request.dataDir);
	for (;;) {
		const running = findPostmaster(place.cluster);
		const opened = running ? await joinServer(place, running, request) : await launchServer(place, request);
		if (opened) return opened;
		await sleep(250);
	}
}

async function launchServer(place: Place, request: Request): Promise<OpenDatabase | undefined> {
	let server: Server;
	try {
		server = await startServerAt(place);
	} catch (error) {
		if (error instanceof ClusterInUse) return undefined;
		throw error;
	}
	const ownership = await connectOwnership(adminConfig(place, server.port), request.purpose);
	if (!ownership) return undefined;
	while (!(await ownership.tryOwn())) await sleep(50);
	const kept = keepRunning(place, { server, ownership }, request);
	return {
		url: appUrl(place, server.port),
		cluster: place.cluster,
		lost: kept.lost,
		diagnose: () => (isDiskFull(kept.now().server.readLog()) ? diskFull(place.cluster) : undefined),
		async close(patiently = false) {
			const { ownership: held } = kept.now();
			if (patiently && !request.exclusive) await held.waitForUsers().catch(() => undefined);
			await kept.stop();
		},
	};
}

/** Shares the running server, or shuts it down when nobody answers for it; undefined: look again. */
async function joinServer(
	place: Place,
	running: Postmaster,
	request: Request,
): Promise<OpenDatabase | undefined> {
	const ownership = await connectOwnership(adminConfig(place, running.port), request.purpose);
	if (!ownership) {
		if (findPostmaster(place.cluster)?.pid !== running.pid) return undefined;
		throw unreachable(place, running);
	}
	let shared = false;
	try {
		if (await ownership.tryOwn()) {
			// Whoever starts a server takes the lock a moment after it is up: a young server is not an orphan yet.
			if ((await ownership.serverAge()) < 5) return undefined;
			request.onRecovery?.();
			await running.stop();
			return undefined;
		}
		if (request.exclusive) throw inUse(request.dataDir, await ownership.describeOwner());
		shared = await ownership.tryUse();
		if (!shared) return undefined;
	} finally {
		if (!shared) await ownership.release();
	}
	return {
		url: appUrl(place, running.port),
		cluster: place.cluster,
		lost: new Promise(() => undefined),
		diagnose: () => undefined,
		close: () => ownership.release(),
	};
}

function inUse(dataDir: string, owner: string): OperatorError {
	return new OperatorError(
		`数据目录 ${dataDir} 正被另一个门户进程使用（${owner}）；请先停止它，或用 PORTAL_DATA 指定其他目录。`,
		`The data folder ${dataDir} is in use by another portal process (${owner}); stop it first, or choose another folder with PORTAL_DATA.`,
	);
}

function unreachable(place: Place, { pid }: Postmaster): OperatorError {
	return new OperatorError(
		`数据库进程 ${pid} 占用着 ${place.cluster} 却没有应答；请结束该进程后重试。`,
		`The database process ${pid} holds ${place.cluster} and does not answer; end it and try again.`,
	);
}
