package dev.mainstay.benchmarks.service;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * What the JVM of a service has used, as only the service itself can tell.
 */
public final class Usage {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Is there from Java 21 on, and counts virtual and ended threads as well. */
	private static final @Nullable Method TOTAL = ReflectionUtils.findMethod(ThreadMXBean.class,
			"getTotalThreadAllocatedBytes");

	/** Keeps what ended threads had allocated when they were last seen. */
	private final Map<Long, Long> byThread = new HashMap<>();

	/**
	 * What all threads have allocated since the JVM started. Before Java 21, what a
	 * thread allocated between the last call and its end is missing.
	 * @return bytes
	 */
	public synchronized long allocatedBytes() {
		if (TOTAL != null) {
			return (long) ReflectionUtils.invokeMethod(TOTAL, THREADS);
		}
		long[] ids = THREADS.getAllThreadIds();
		long[] bytes = THREADS.getThreadAllocatedBytes(ids);
		for (int i = 0; i < ids.length; i++) {
			if (bytes[i] >= 0) {
				this.byThread.put(ids[i], bytes[i]);
			}
		}
		return this.byThread.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * How long the compiler was at work, which is long after a service has started.
	 * @return milliseconds
	 */
	public long compilerMillis() {
		return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
	}

	/**
	 * What is on the heap after its garbage was collected.
	 * @return bytes
	 */
	public long liveBytes() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
