"""Nothing: the checker waits for nothing, and asyncio brings sockets, threads and subprocesses with it."""
