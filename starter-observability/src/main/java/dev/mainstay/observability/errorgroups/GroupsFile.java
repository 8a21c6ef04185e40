package dev.mainstay.observability.errorgroups;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.observability.state.StateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps groups over a restart. What is there stays until what comes after it is written
 * as a whole. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class GroupsFile {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final StateFile file;

	/**
	 * Create it; nothing is read or written yet.
	 * @param file the file, whose folder is made if need be
	 */
	public GroupsFile(Path file) {
		this.file = new StateFile(file);
	}

	/**
	 * Read what an earlier process has left.
	 * @return the groups, the one that was seen last at the end; none if there is no file
	 * @throws IOException if there is one that cannot be read
	 */
	public List<KeptGroup> read() throws IOException {
		byte[] content = this.file.read();
		if (content == null) {
			return List.of();
		}
		try {
			return List.of(MAPPER.readValue(content, KeptGroup[].class));
		}
		catch (JacksonException | NullPointerException ex) {
			throw new IOException("it is not what was written", ex);
		}
	}

	/**
	 * Write all groups.
	 * @param groups the groups
	 * @throws IOException if that cannot be done; the file is then as it was
	 */
	public void write(List<KeptGroup> groups) throws IOException {
		this.file.write(MAPPER.writeValueAsBytes(groups));
	}

	@Override
	public String toString() {
		return this.file.toString();
	}

}
