package io.headgate.deployer.internal.jar;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A description of a component, as Declarative Services read it.
 *
 * @param services interfaces that it offers
 * @param pids configurations that it takes
 * @param configurationRequired whether it needs one
 */
record ComponentXml(List<String> services, List<String> pids, boolean configurationRequired) {

  /**
   * @throws IOException if it is no such description
   */
  static ComponentXml read(InputStream xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element component = factory.newDocumentBuilder().parse(xml).getDocumentElement();
      List<String> services = new ArrayList<>();
      NodeList provided = component.getElementsByTagName("provide");
      for (int i = 0; i < provided.getLength(); i++) {
        services.add(((Element) provided.item(i)).getAttribute("interface"));
      }
      String pids = component.getAttribute("configuration-pid");
      String name = component.getAttribute("name");
      return new ComponentXml(
          services,
          List.of((pids.isBlank() ? name : pids.replace("$", name)).strip().split("\\s+")),
          component.getAttribute("configuration-policy").equals("require"));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
