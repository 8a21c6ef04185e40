package dev.mainstay.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.mainstay.core.hardening.Severity;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes the hardening sheet of the application that a test class runs, and fails the
 * class where the sheet is not good enough. Goes on any class with
 * {@code @SpringBootTest} and at least one test; looked at after the last one.
 * <p>
 * Writes {@code hardening/<class>.md} and {@code hardening/<class>.sarif} below
 * {@code target}, or below {@code build} where there is no {@code pom.xml}, whether the
 * sheet is good enough or not.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(HardeningSheetExtension.class)
public @interface HardeningSheet {

	/**
	 * The score that the sheet has to reach.
	 * @return from 0 to 100
	 */
	int minimumScore() default 0;

	/**
	 * The severity from which on a check that has failed, or could not be made, fails the
	 * class. What somebody has waived does not, until the waiver ends.
	 * @return the severity; it stands for the worse ones, too
	 */
	Severity failOn() default Severity.HIGH;

}
