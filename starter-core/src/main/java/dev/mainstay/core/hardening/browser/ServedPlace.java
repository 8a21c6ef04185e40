package dev.mainstay.core.hardening.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.util.StringUtils;

/**
 * A place from which files are served.
 *
 * @param pattern the paths that show them
 * @param location where they are
 */
record ServedPlace(String pattern, Resource location) {

	private static final Set<String> WHOLE = Set.of("", "BOOT-INF", "BOOT-INF/classes", "WEB-INF", "config");

	boolean isTooMuch() {
		if (this.location instanceof ClassPathResource inside) {
			String path = StringUtils.trimTrailingCharacter(inside.getPath(), '/');
			return WHOLE.contains(StringUtils.trimLeadingCharacter(path, '/'));
		}
		boolean file = this.location instanceof FileSystemResource
				|| (this.location instanceof UrlResource url && url.isFile());
		return file && holdsTheService();
	}

	private boolean holdsTheService() {
		try {
			Path place = this.location.getFile().toPath().toAbsolutePath().normalize();
			return isAtOrAbove(place, "user.dir") || isAtOrAbove(place, "user.home");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isAtOrAbove(Path place, String property) {
		String directory = System.getProperty(property);
		return StringUtils.hasText(directory) && Path.of(directory).toAbsolutePath().normalize().startsWith(place);
	}

}
