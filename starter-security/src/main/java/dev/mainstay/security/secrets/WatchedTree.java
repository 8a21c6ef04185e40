package dev.mainstay.security.secrets;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.ConfigTreePropertySource;

/**
 * A folder of a config tree, with what the application has of it. For one thread.
 */
final class WatchedTree {

	private final String source;

	private final Path folder;

	private Map<String, TreeValue> inUse;

	/** Seen once; taken if it is seen again, as somebody may still be writing. */
	private @Nullable Map<String, TreeValue> seen;

	private Set<String> gone = Set.of();

	private Set<String> missing = Set.of();

	private final Set<String> told = new TreeSet<>();

	WatchedTree(ConfigTreePropertySource source) {
		this.source = source.getName();
		this.folder = source.getSource();
		this.inUse = TreeFiles.of(source);
	}

	Path folder() {
		return this.folder;
	}

	/**
	 * Look at the folder.
	 * @return what has changed, {@code null} if nothing has, or it has to be seen once
	 * more
	 */
	@Nullable TreeChange look() {
		Map<String, TreeValue> now = TreeFiles.of(this.folder);
		note(now);
		Map<String, TreeValue> next = (now != null) ? kept(now) : this.inUse;
		if (next.equals(this.inUse)) {
			this.seen = null;
			return null;
		}
		if (!next.equals(this.seen)) {
			this.seen = next;
			return null;
		}
		TreeChange change = change(next);
		this.inUse = next;
		this.seen = null;
		return change;
	}

	/** A file that vanishes or is emptied is never an empty secret. */
	private Map<String, TreeValue> kept(Map<String, TreeValue> now) {
		Map<String, TreeValue> next = new TreeMap<>(this.inUse);
		now.forEach((name, value) -> {
			if (isUsable(name, value)) {
				next.put(name, value);
			}
		});
		return next;
	}

	/**
	 * The properties whose files were gone or empty at the last two looks, although they
	 * once were not.
	 * @return the names of those that were not told yet
	 */
	Set<String> newlyMissing() {
		Set<String> newly = new TreeSet<>(this.missing);
		newly.removeAll(this.told);
		this.told.addAll(newly);
		return newly;
	}

	private void note(@Nullable Map<String, TreeValue> now) {
		Set<String> gone = new TreeSet<>(this.inUse.keySet());
		gone.removeIf((name) -> isThere(now, name));
		this.told.retainAll(gone);
		this.missing = new TreeSet<>(gone);
		this.missing.retainAll(this.gone);
		this.gone = gone;
	}

	private boolean isThere(@Nullable Map<String, TreeValue> now, String name) {
		TreeValue value = (now != null) ? now.get(name) : null;
		return value != null && isUsable(name, value);
	}

	/** What was empty when the application started is meant to be. */
	private boolean isUsable(String name, TreeValue value) {
		TreeValue before = this.inUse.get(name);
		return !value.isBlank() || (before != null && before.isBlank());
	}

	/** What stands for the folder among the properties. */
	ReadTree asSource() {
		return new ReadTree(this.source, this.folder, this.inUse);
	}

	private TreeChange change(Map<String, TreeValue> next) {
		Map<String, String> before = new TreeMap<>();
		Map<String, String> after = new TreeMap<>();
		next.forEach((name, value) -> {
			TreeValue old = this.inUse.get(name);
			if (old == null) {
				after.put(name, value.toString());
			}
			else if (!old.equals(value)) {
				before.put(name, old.toString());
				after.put(name, value.toString());
			}
		});
		return new TreeChange(before, after);
	}

}
