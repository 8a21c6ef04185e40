package dev.mainstay.security.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.boot.origin.OriginLookup;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTreeTests {

	@TempDir
	private Path folder;

	private WatchedTree tree;

	@BeforeEach
	void watch() throws IOException {
		write("db.password", "first\n");
		Files.createDirectory(this.folder.resolve("app"));
		write("app/key", "of the application");
		write("empty", "");
		write("..hidden", "not a property");
		this.tree = new WatchedTree(new ConfigTreePropertySource("Config tree '" + this.folder + "'", this.folder,
				Option.AUTO_TRIM_TRAILING_NEW_LINE));
	}

	@Test
	void aChangeIsTakenWhenItIsSeenTwice() throws IOException {
		assertThat(this.tree.look()).isNull();
		write("db.password", "second\n");
		assertThat(this.tree.look()).isNull();
		write("db.password", "third\r\n");
		assertThat(this.tree.look()).isNull();
		TreeChange change = this.tree.look();
		assertThat(change.names()).containsExactly("db.password");
		assertThat(change.before("db.password")).isEqualTo("first");
		assertThat(change.after("db.password")).isEqualTo("third");
		assertThat(change.toString()).doesNotContain("first").doesNotContain("third");
		assertThat(this.tree.look()).isNull();
	}

	@Test
	void aNewFileIsANewPropertyAndOneOfAFolderHasItsName() throws IOException {
		write("app/other", "new");
		this.tree.look();
		TreeChange change = this.tree.look();
		assertThat(change.names()).containsExactly("app.other");
		assertThat(change.before("app.other")).isNull();
		assertThat(this.tree.asSource().getPropertyNames()).containsExactly("app.key", "app.other", "db.password",
				"empty");
		assertThat(OriginLookup.getOrigin(this.tree.asSource(), "app.key"))
			.hasToString("file [" + this.folder.resolve("app/key") + "] - 1:1");
	}

	@Test
	void aFileThatIsEmptiedOrVanishesKeepsItsValueAndIsTold() throws IOException {
		write("db.password", " \n");
		Files.delete(this.folder.resolve("app/key"));
		assertThat(this.tree.look()).isNull();
		assertThat(this.tree.newlyMissing()).isEmpty();
		assertThat(this.tree.look()).isNull();
		assertThat(this.tree.newlyMissing()).containsExactly("app.key", "db.password");
		assertThat(this.tree.newlyMissing()).isEmpty();
		assertThat(this.tree.asSource().getProperty("db.password")).hasToString("first");
		write("db.password", "second");
		this.tree.look();
		assertThat(this.tree.look().names()).containsExactly("db.password");
	}

	@Test
	void aFolderThatIsGoneChangesNothing() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		this.tree.look();
		assertThat(this.tree.look()).isNull();
		assertThat(this.tree.newlyMissing()).contains("db.password");
		Files.createDirectory(this.folder);
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(this.folder.resolve(name), content);
	}

}
