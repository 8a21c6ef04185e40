package dev.mainstay.tests.rotation;

class TomcatCertificateRotationTests extends AbstractCertificateRotationTests {

	TomcatCertificateRotationTests() {
		super("servlet");
	}

}
