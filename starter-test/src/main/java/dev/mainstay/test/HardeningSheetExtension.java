package dev.mainstay.test;

import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.SheetKeeper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Looks at the application after the tests of a class.
 */
final class HardeningSheetExtension implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		Class<?> testClass = context.getRequiredTestClass();
		dev.mainstay.test.HardeningSheet wanted = testClass.getAnnotation(dev.mainstay.test.HardeningSheet.class);
		if (wanted == null) {
			return;
		}
		HardeningSheet sheet = sheet(SpringExtension.getApplicationContext(context));
		SheetFiles files = SheetFiles.write(sheet, testClass.getName());
		new SheetExpectation(wanted.minimumScore(), wanted.failOn()).check(sheet, files);
	}

	private static HardeningSheet sheet(ApplicationContext application) {
		SheetKeeper keeper = application.getBeanProvider(SheetKeeper.class).getIfAvailable();
		if (keeper == null) {
			throw new AssertionError("The application has no hardening sheet. Add a Mainstay starter to it, and leave "
					+ "mainstay.enabled and mainstay.hardening.enabled at true");
		}
		return keeper.lookWithProbes();
	}

}
