import { statfsSync } from "node:fs";
import { totalmem } from "node:os";

const megabyte = 1024 * 1024;

/** What a server whose data nobody needs tomorrow can do without. */
const ephemeralSettings = {
	fsync: "off",
	synchronous_commit: "off",
	full_page_writes: "off",
	wal_compression: "off",
	wal_level: "minimal",
	max_wal_senders: "0",
	max_wal_size: "1GB",
};

/** Server settings for a small machine shared with a web server; data safety is PostgreSQL's default. */
export function serverSettings(port: number, ephemeral: boolean): Record<string, string> {
	return {
		listen_addresses: "127.0.0.1",
		port: String(port),
		unix_socket_directories: "",
		max_connections: "100",
		shared_buffers: "256MB",
		effective_cache_size: `${Math.max(512, Math.floor(totalmem() / megabyte / 2))}MB`,
		work_mem: "16MB",
		maintenance_work_mem: "256MB",
		max_wal_size: "4GB",
		checkpoint_timeout: "15min",
		wal_compression: "on",
		jit: "off",
		random_page_cost: "1.1",
		timezone: "UTC",
		log_timezone: "UTC",
		log_checkpoints: "off",
		dynamic_shared_memory_type: hasRoomySharedMemory() ? "posix" : "mmap",
		...(ephemeral ? ephemeralSettings : {}),
	};
}

/** Containers often have a /dev/shm of 64 MB, which one parallel hash join overflows. */
function hasRoomySharedMemory(): boolean {
	if (process.platform !== "linux") return true;
	try {
		const { bsize, bavail } = statfsSync("/dev/shm");
		return bsize * bavail >= 256 * megabyte;
	} catch {
		return false;
	}
}
